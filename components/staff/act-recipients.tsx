import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { DataTable } from "@/components/ui/data-table";
import { Panel } from "@/components/ui/panel";
import type { Concerned } from "@/lib/applications/queries/act-recipients";
import type { ActToCheck } from "@/lib/calls/queries/staff-acts";
import { ActionForm, type FormAction } from "./action-form";
import { refusalOf } from "./problems";

type Props = {
  act: ActToCheck;
  concerned: Concerned;
  /** Who asked to hear of calls like this one; some may stand among the others too. */
  subscribers: number;
  publish: FormAction;
  drop: FormAction;
  /** The letters. */
  children: ReactNode;
};

/** Who is told what, counted before it is done, and the button that does it. */
export function ActRecipients({ act, concerned, subscribers, publish, drop, children }: Props) {
  const t = useTranslations("acts");
  const why = useTranslations("staff");
  const { call, prepared, verdict } = act;
  const { withMailbox, withoutMailbox } = concerned;
  const people = withMailbox.drafts + withMailbox.sent + subscribers;
  const rows = [
    { key: "drafts", how: "mail", count: withMailbox.drafts },
    { key: "sent", how: "mail", count: withMailbox.sent },
    { key: "subscribed", how: "mail", count: subscribers },
    ...(withoutMailbox > 0
      ? [{ key: "withoutMailbox", how: "phone", count: withoutMailbox } as const]
      : []),
    { key: "page", how: "atOnce", count: null },
    { key: "board", how: "byHand", count: null },
  ] as const;
  const label = t(`publish.${prepared.kind}`, { count: people });
  const hidden = { callId: call.id, revision: prepared.revision };
  const refusal = prepared.stale
    ? t("stale")
    : verdict.ok
      ? undefined
      : why(`refusals.${refusalOf(verdict.reason)}`);
  return (
    <Panel title={t("who.title")}>
      <DataTable
        caption={t("who.caption")}
        captionHidden
        tight
        columns={[
          { key: "who", header: t("who.who"), cell: (row) => t(`who.${row.key}`) },
          {
            key: "how",
            header: t("who.how"),
            cell: (row) => <span className="text-nowrap">{t(`who.${row.how}`)}</span>,
          },
          { key: "count", header: t("who.count"), number: true, cell: (row) => row.count ?? "" },
        ]}
        rows={[...rows]}
        rowKey={(row) => row.key}
      />
      {children}
      <div className="confirm mt-m">
        <p>
          <strong>{t("final")}</strong> {t("finalText")}
        </p>
        <ActionForm
          action={publish}
          hidden={{ ...hidden, form: act.form?.seen, documents: act.documents?.seen }}
          labels={{ form: t("form.title"), documents: t("documents.title") }}
        >
          {refusal === undefined ? (
            <SubmitButton pending={t("publishing")}>{label}</SubmitButton>
          ) : (
            <Button refusal={refusal}>{label}</Button>
          )}
        </ActionForm>
        <ActionForm action={drop} hidden={hidden}>
          <SubmitButton look="outline" pending={t("dropping")}>
            {t("drop")}
          </SubmitButton>
        </ActionForm>
      </div>
    </Panel>
  );
}
