"use client";
import { useTranslations } from "next-intl";
import type { ChangeEvent } from "react";
import { FileField } from "@/components/forms/file-field";
import { Button } from "@/components/ui/button";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import { acceptedExtensions } from "@/lib/files/core/media-types";
import { addressIn } from "@/lib/i18n/addresses";
import { fileSize } from "@/lib/kernel/file-size";
import { routes } from "@/lib/routes";
import type { AnswerProps, ShownFile } from "./answer-field";
import { FileButton } from "./file-button";
import { refusalWords } from "./refusal-words";
import { SendingNews, SendingRow, StoppedRow } from "./upload-rows";
import { uploads } from "./uploads";
import { useChecksToCome, useUploads } from "./use-uploads";

/**
 * Files already there, each with a way to take it off, those on their way, and one more to add while
 * there is room. A file leaves as soon as it is chosen.
 */
export function FileAnswer({ field, files, applicationId, locale, ...props }: AnswerProps) {
  const t = useTranslations("applications");
  const own = files.filter((file) => file.fieldId === field.id);
  const sendings = useUploads(applicationId, files).filter((one) => one.fieldId === field.id);
  useChecksToCome(own.some((file) => file.state === "scanning"));
  const coming = sendings.filter(({ phase }) => phase !== "refused");
  const refused = sendings.find(({ phase }) => phase === "refused");
  const stopped = props.uploads.filter(
    (one) => one.fieldId === field.id && !coming.some(({ uploadId }) => uploadId === one.id),
  );
  const most = field.type === "file" ? (field.maxFiles ?? 1) : 1;
  const choose = (event: ChangeEvent<HTMLInputElement>) => {
    const [file] = event.currentTarget.files ?? [];
    if (file) uploads.start(file, { applicationId, fieldId: field.id });
    event.currentTarget.value = "";
  };
  const list = own.length + coming.length + stopped.length > 0 && (
    <DocumentList>
      {own.map((file) => (
        <FileRow key={file.id} file={file} applicationId={applicationId} locale={locale} />
      ))}
      {coming.map((one) => (
        <SendingRow key={one.key} sending={one} stopped={() => focusOn(field.id)} />
      ))}
      {stopped.map((one) => (
        <StoppedRow key={one.id} upload={one} id={applicationId} />
      ))}
    </DocumentList>
  );
  const refusal = refused && `${refused.name}: ${refusalWords(t, refused.reason ?? "")}`;
  return (
    <>
      {own.length + coming.length >= most ? (
        <fieldset className="ct-field" id={field.id} tabIndex={-1}>
          <legend className="ct-lab">{props.label}</legend>
          {list}
        </fieldset>
      ) : (
        <FileField
          id={field.id}
          name={`_file.${field.id}`}
          label={props.label}
          hint={props.hint}
          optional={props.optional}
          error={refusal ?? props.error}
          accept={acceptedExtensions}
          onChange={choose}
        >
          {list}
        </FileField>
      )}
      <SendingNews sendings={sendings} />
      {own.length < most && (
        <noscript>
          <Button
            look="outline"
            small
            formAction={addressIn(locale, routes.applicationFiles(applicationId))}
            formEncType="multipart/form-data"
            name="_upload"
            value={field.id}
          >
            {t("file.send")}
          </Button>
        </noscript>
      )}
    </>
  );
}

type RowProps = Pick<AnswerProps, "applicationId" | "locale"> & { file: ShownFile };

function FileRow({ file, applicationId, locale }: RowProps) {
  const t = useTranslations("applications");
  return (
    <DocumentRow
      href={routes.attachment(file.id)}
      title={file.name}
      meta={`${fileSize(file.size, locale)}, ${t(`fileState.${file.state}`)}`}
      icon="clip"
      aside={
        <FileButton applicationId={applicationId} name="_remove" value={file.id} file={file.name}>
          {t("file.remove")}
        </FileButton>
      }
    />
  );
}

/** What was pressed is gone: the place where another file is chosen takes the focus. */
function focusOn(id: string): void {
  requestAnimationFrame(() => document.getElementById(id)?.focus());
}
