import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/forms/submit-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { ActionForm } from "@/components/staff/action-form";
import { SetTable } from "@/components/staff/set-table";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { type CopyInSet, callSet } from "@/lib/calls/queries/call-sets";
import { routes } from "@/lib/routes";
import { publishCopiesAction } from "../../../../copy-actions";
import { readForTerritory } from "../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = (id: string) => readForTerritory(routes.staffCallSet(id), (ctx) => callSet(ctx, id));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { title } = await read((await params).id);
  return { title };
}

/** The copies of a call: a table to check, and the publication of those that are ready. */
export default async function CallSetPage({ params, searchParams }: Props) {
  const t = await getTranslations("copies");
  const set = await read((await params).id);
  const { fatto, quanti } = await searchParams;
  const drafts = set.copies.filter(({ status }) => status === "draft").length;
  return (
    <ClientMessages namespaces={["staff", "copies"]}>
      <p className="st-crumb">
        <Link href={routes.staffCallSets()}>{t("title")}</Link>
        <span aria-hidden="true">/</span>
        <strong>{set.title}</strong>
      </p>
      <StaffHead
        title={set.title}
        text={t("setText", { body: set.body, copies: set.copies.length, drafts })}
      />
      {fatto === "copie" && <Alert tone="done">{t("made", { count: set.copies.length })}</Alert>}
      {fatto === "pubblicati" && (
        <Alert tone="done">{t("published", { count: Number(quanti) || 0 })}</Alert>
      )}
      <div className="mt-m">
        <SetTable copies={set.copies} />
      </div>
      <Publish setId={set.id} copies={set.copies} />
    </ClientMessages>
  );
}

/** Only one's own drafts: what belongs to another body is published there. */
async function Publish({ setId, copies }: { setId: string; copies: CopyInSet[] }) {
  const t = await getTranslations("copies");
  const own = copies.filter(({ own, status }) => own && status === "draft");
  const ready = own.filter(({ details }) => details?.verdict.ok);
  if (own.length === 0) return null;
  return (
    <Panel title={t("publishTitle")} className="mt-m st-narrow">
      {ready.length === 0 ? (
        <p>{t("notReady")}</p>
      ) : (
        <>
          <p className="mb-3">
            {t("publishText", { names: ready.map(({ zone, body }) => zone ?? body).join(", ") })}
          </p>
          <ActionForm action={publishCopiesAction} hidden={{ setId }}>
            {ready.map(({ id, revision }) => (
              <input key={id} type="hidden" name="calls" value={`${id}.${revision}`} />
            ))}
            <SubmitButton pending={t("publishing")}>
              {t("publish", { count: ready.length })}
            </SubmitButton>
          </ActionForm>
        </>
      )}
    </Panel>
  );
}
