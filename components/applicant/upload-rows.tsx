"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import type { UnfinishedUpload } from "@/lib/applications/queries/own-uploads";
import { percentOf } from "@/lib/files/core/upload-steps";
import { FileButton } from "./file-button";
import { type Sending, uploads } from "./uploads";

/** A file on its way: how far it is, in words and as a bar, and a way to stop it. */
export function SendingRow({ sending, stopped }: { sending: Sending; stopped: () => void }) {
  const t = useTranslations("applications");
  const { key, name, size, received } = sending;
  const cancel = () => {
    uploads.cancel(key);
    stopped();
  };
  return (
    <li>
      <Icon name="clip" />
      <div>
        <span className="ct-upname">{name}</span>
        <p>{useSendingWords()(sending)}</p>
        {sending.phase !== "done" && (
          <progress
            className="ct-progress"
            max={size}
            value={sending.phase === "checking" ? undefined : received}
            aria-label={t("upload.bar", { name })}
          />
        )}
      </div>
      {(sending.phase === "sending" || sending.phase === "waiting") && (
        <Button type="button" look="link" small onClick={cancel}>
          {t("upload.cancel")}
          <span className="visually-hidden">: {name}</span>
        </Button>
      )}
    </li>
  );
}

/** One that stopped half-way, in this browser or another: the same file goes on from there. */
export function StoppedRow({ upload, id }: { upload: UnfinishedUpload; id: string }) {
  const t = useTranslations("applications");
  return (
    <li>
      <Icon name="warning-circle" />
      <div>
        <span className="ct-upname">{upload.name}</span>
        <p>{t("upload.stopped", { percent: percentOf(upload) })}</p>
      </div>
      <FileButton applicationId={id} name="_cancel" value={upload.id} file={upload.name}>
        {t("upload.cancel")}
      </FileButton>
    </li>
  );
}

/** What is read out: it changes with the state and at each quarter, not with each percent. */
export function SendingNews({ sendings }: { sendings: readonly Sending[] }) {
  const words = useSendingWords();
  const told = sendings.map((one) => {
    const quarter = Math.floor((percentOf(one) / 100) * 4) / 4;
    return `${one.name}: ${words({ ...one, received: one.size * quarter })}`;
  });
  return (
    <p className="visually-hidden" role="status">
      {told.join(" ")}
    </p>
  );
}

function useSendingWords(): (sending: Sending) => string {
  const t = useTranslations("applications");
  return (sending) => {
    const percent = percentOf(sending);
    switch (sending.phase) {
      case "sending":
        return t("upload.sending", { percent });
      case "waiting":
        return t("upload.waiting", { percent });
      case "signedOut":
        return t("upload.signedOut", { percent });
      case "checking":
        return t("upload.checking");
      case "done":
        return t("upload.done");
      case "refused":
        return t("upload.refused");
    }
  };
}
