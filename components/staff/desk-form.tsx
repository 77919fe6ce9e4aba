"use client";
import { useLocale, useTranslations } from "next-intl";
import { type ComponentProps, useState } from "react";
import { Callout } from "@/components/ui/callout";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { ActionForm } from "./action-form";
import { EditConflicts } from "./edit-conflicts";
import { useDesk } from "./saving-desk";

type Props = Omit<ComponentProps<typeof ActionForm>, "formRef" | "changed" | "beforeSend"> & {
  /** Names what is stored: once it is another, the form is drawn anew from it. */
  version: string | number;
  /** Names of what two people may write at once, where they are not those of controls. */
  units: Readonly<Record<string, string>>;
  /** Codes that are stored where people read words, by field and code. */
  words?: Readonly<Record<string, string>>;
};

/** The form of a page that saves itself; its buttons save too, with or without scripts. */
export function DeskForm({ hidden, version, units, words, children, ...form }: Props) {
  const t = useTranslations("editor");
  const signIn = addressIn(useLocale(), routes.staffSignIn());
  // Counted and not named: without scripts an answer must find the form that it was sent from.
  const [drawn, setDrawn] = useState({ version, round: 0 });
  if (drawn.version !== version) setDrawn({ version, round: drawn.round + 1 });
  const { saved, form: formRef, signedOut, closed, changed, beforeSend } = useDesk();
  return (
    <ActionForm
      key={drawn.round}
      {...form}
      {...{ formRef, changed, beforeSend }}
      hidden={{ ...hidden, revision: saved.revision, was: JSON.stringify(saved.was) }}
    >
      {signedOut && (
        <div role="alert" className="mb-4">
          <Callout tone="cotto">
            <p>{t("signedOut")}</p>
            <p>
              <a href={signIn} target="_blank" rel="noreferrer">
                {t("signIn")}
              </a>
            </p>
          </Callout>
        </div>
      )}
      {closed && (
        <div role="alert" className="mb-4">
          <Callout tone="cotto">{t("closed")}</Callout>
        </div>
      )}
      <EditConflicts labels={units} words={words ?? {}} />
      {children}
    </ActionForm>
  );
}
