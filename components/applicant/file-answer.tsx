"use client";
import { useTranslations } from "next-intl";
import { type ChangeEvent, useState } from "react";
import { FileField } from "@/components/forms/file-field";
import { Button } from "@/components/ui/button";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import { acceptedExtensions } from "@/lib/files/core/media-types";
import { useRouter } from "@/lib/i18n/navigation";
import { routes } from "@/lib/routes";
import type { AnswerProps } from "./answer-field";
import { fileSize } from "./file-size";
import { refusalWords } from "./refusal-words";

/** Files already there, each with a way to take it off, and one more to add while there is room. */
export function FileAnswer({ field, files, applicationId, locale, ...props }: AnswerProps) {
  const t = useTranslations("applications");
  const { sending, refusal, send } = useUpload(applicationId, field.id);
  const own = files.filter((file) => file.fieldId === field.id);
  const most = field.type === "file" ? (field.maxFiles ?? 1) : 1;
  const address = routes.applicationFiles(applicationId);
  const list = own.length > 0 && (
    <DocumentList>
      {own.map((file) => (
        <DocumentRow
          key={file.id}
          href={routes.attachment(file.id)}
          title={file.name}
          meta={`${fileSize(file.size, locale)}, ${t(`fileState.${file.state}`)}`}
          icon="clip"
          aside={
            <Button
              look="link"
              small
              formAction={address}
              formEncType="multipart/form-data"
              formNoValidate
              name="_remove"
              value={file.id}
            >
              {t("file.remove")}
              <span className="visually-hidden">: {file.name}</span>
            </Button>
          }
        />
      ))}
    </DocumentList>
  );
  if (own.length >= most) {
    return (
      <fieldset className="ct-field" id={field.id} tabIndex={-1}>
        <legend className="ct-lab">{props.label}</legend>
        {list}
      </fieldset>
    );
  }
  return (
    <>
      <FileField
        id={field.id}
        name={`_file.${field.id}`}
        label={props.label}
        hint={props.hint}
        optional={props.optional}
        error={refusal ? refusalWords(t, refusal) : props.error}
        accept={acceptedExtensions}
        onChange={send}
      >
        {list}
      </FileField>
      <p role="status">{sending ? t("file.sending") : ""}</p>
      <noscript>
        <Button
          look="outline"
          small
          formAction={address}
          formEncType="multipart/form-data"
          name="_upload"
          value={field.id}
        >
          {t("file.send")}
        </Button>
      </noscript>
    </>
  );
}

/** Sends a file as soon as it is chosen, in a request of its own. */
function useUpload(applicationId: string, fieldId: string) {
  const router = useRouter();
  const [sending, setSending] = useState(false);
  const [refusal, setRefusal] = useState<string>();
  const send = async (event: ChangeEvent<HTMLInputElement>) => {
    const input = event.currentTarget;
    const file = input.files?.[0];
    if (!file) return;
    const body = new FormData();
    body.append("_upload", fieldId);
    body.append(`_file.${fieldId}`, file, file.name);
    setSending(true);
    setRefusal(undefined);
    try {
      const address = routes.applicationFiles(applicationId);
      const answer = await fetch(address, {
        method: "POST",
        body,
        headers: { accept: "application/json" },
      });
      if (answer.ok) router.refresh();
      else {
        const { reason, code } = (await answer.json()) as { reason?: string; code?: string };
        setRefusal(reason ?? code ?? "unexpected");
      }
    } catch {
      setRefusal("file_not_sent");
    }
    input.value = "";
    setSending(false);
  };
  return { sending, refusal, send: (event: ChangeEvent<HTMLInputElement>) => void send(event) };
}
