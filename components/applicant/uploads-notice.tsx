"use client";
import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import type { UnfinishedUpload } from "@/lib/applications/queries/own-uploads";
import { percentOf } from "@/lib/files/core/upload-steps";
import { useUploads } from "./use-uploads";

type Props = {
  id: string;
  uploads: readonly UnfinishedUpload[];
  files: readonly { id: string }[];
};

/** Before somebody sends: files that they began to upload and that would not be part of it. */
export function UploadsNotice({ id, uploads, files }: Props) {
  const t = useTranslations("applications");
  const going = useUploads(id, files).filter(({ phase }) => phase !== "refused");
  const stopped = uploads.filter((one) => !going.some(({ uploadId }) => uploadId === one.id));
  const coming = [...going.filter(({ phase }) => phase !== "done"), ...stopped];
  const count = coming.length;
  if (count === 0) return null;
  return (
    <Callout tone="cotto">
      <p>
        <strong>{t("upload.notHereYet", { count })}.</strong>{" "}
        {t("upload.notHereYetText", { count })}
      </p>
      <ul>
        {coming.map((one) => (
          <li key={"key" in one ? one.key : one.id}>
            {t("upload.sofar", { name: one.name, percent: percentOf(one) })}
          </li>
        ))}
      </ul>
    </Callout>
  );
}
