import { useLocale, useTranslations } from "next-intl";
import { refusalWords } from "@/components/applicant/refusal-words";
import { FileField } from "@/components/forms/file-field";
import { TextArea } from "@/components/forms/text-area";
import { Button } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { ErrorSummary } from "@/components/ui/error-summary";
import { FILES_PER_MESSAGE, MESSAGE_LIMIT, type ThreadSide } from "@/lib/applications/core/thread";
import type { ApplicationThread } from "@/lib/applications/queries/application-thread";
import { addressIn } from "@/lib/i18n/addresses";
import { MessageFiles } from "./message-list";

type Props = {
  thread: ApplicationThread;
  side: ThreadSide;
  /** Where the form goes, without language. */
  address: string;
  /** Why it was refused the last time, by its code. */
  refusal: string | undefined;
};

/**
 * One message, with files that are added one by one. A plain form, the same with and without
 * scripts: what is refused stands here again, and sent twice it is one message.
 */
export function MessageForm({ thread, side, address, refusal }: Props) {
  const t = useTranslations("thread");
  const locale = useLocale() === "en" ? "en" : "it";
  const { kept, mayWrite, key, lastNumber, office } = thread;
  const problem = useProblem(refusal);
  if (!mayWrite.ok) return <p className="ct-muted">{t(`closed.${mayWrite.reason}`)}</p>;
  const inText = problem?.field === "text" ? problem.message : undefined;
  const inFile = problem?.field === "file" ? problem.message : undefined;
  const isKept = kept.text !== "" || kept.files.length > 0;
  return (
    <form
      id="scrivi"
      method="post"
      encType="multipart/form-data"
      action={addressIn(locale, address)}
      className="ct-write"
    >
      <ErrorSummary errors={problem ? [problem] : []} text={t("keptText")} />
      {isKept && !problem && <Alert tone="amber">{t("kept")}</Alert>}
      <input type="hidden" name="key" value={key} />
      <input type="hidden" name="seen" value={lastNumber} />
      <TextArea
        name="text"
        label={t(`write.${side}`)}
        hint={t(`writeHint.${side}`, { office })}
        rows={4}
        defaultValue={kept.text}
        limit={MESSAGE_LIMIT}
        error={inText}
      />
      {kept.files.length < FILES_PER_MESSAGE && (
        <FileField
          name="file"
          label={t("file")}
          hint={t("fileHint", { count: FILES_PER_MESSAGE })}
          optional
          error={inFile}
          accept=".pdf,.jpg,.jpeg,.png,.p7m"
        />
      )}
      <MessageFiles
        files={kept.files}
        beside={(file) => (
          <Button look="link" small name="_remove" value={file.id}>
            {t("remove")}
            <span className="visually-hidden">: {file.name}</span>
          </Button>
        )}
      />
      <div className="ct-actions">
        <Button look="outline" small name="_send">
          {t("send")}
        </Button>
        {kept.files.length < FILES_PER_MESSAGE && (
          <Button look="link" small name="_attach">
            {t("attach")}
          </Button>
        )}
      </div>
    </form>
  );
}

const IN_TEXT = ["message_empty", "message_too_long"] as const;

function useProblem(refusal: string | undefined) {
  const t = useTranslations("thread");
  const others = useTranslations("applications");
  if (!refusal) return undefined;
  const known = IN_TEXT.find((one) => one === refusal);
  if (known) return { field: "text", message: t(`problem.${known}`, { limit: MESSAGE_LIMIT }) };
  const message =
    refusal === "too_many_files"
      ? t("problem.too_many_files", { count: FILES_PER_MESSAGE })
      : refusalWords(others, refusal);
  return { field: "file", message };
}
