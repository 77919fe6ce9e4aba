"use client";

import { useLocale, useTranslations } from "next-intl";
import { type FormEvent, useSyncExternalStore } from "react";
import { FileField } from "@/components/forms/file-field";
import { SubmitButton } from "@/components/forms/submit-button";
import { useRouter } from "@/lib/i18n/navigation";

const never = () => () => undefined;

/** Addresses come as properties: with their module the page would load those of all pages. */
type Props = { missing: boolean; compare: string; verify: string };

/**
 * Compares a file with the original. With scripts it is hashed here and only the hash leaves the
 * device; without, the same form sends the file, which is compared and not kept.
 */
export function CompareFile({ missing, compare, verify }: Props) {
  const t = useTranslations("documents");
  const router = useRouter();
  const staysHere = useSyncExternalStore(
    never,
    () => window.isSecureContext,
    () => false,
  );

  async function compareHere(event: FormEvent<HTMLFormElement>) {
    const file = new FormData(event.currentTarget).get("file");
    if (!staysHere || !(file instanceof File) || file.size === 0) return;
    event.preventDefault();
    const digest = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
    const hash = [...new Uint8Array(digest)]
      .map((byte) => byte.toString(16).padStart(2, "0"))
      .join("");
    router.push(`${verify}?impronta=${hash}`);
  }

  return (
    <form
      action={compare}
      method="post"
      encType="multipart/form-data"
      onSubmit={(event) => void compareHere(event)}
    >
      <input type="hidden" name="locale" value={useLocale()} />
      <FileField
        label={t("compare.file")}
        hint={t(staysHere ? "compare.stays" : "compare.sent")}
        error={missing ? t("compare.missing") : undefined}
        name="file"
        accept="application/pdf"
      />
      <SubmitButton look="outline" pending={t("compare.comparing")}>
        {t("compare.submit")}
      </SubmitButton>
    </form>
  );
}
