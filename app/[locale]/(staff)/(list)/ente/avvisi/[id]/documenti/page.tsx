import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { DocumentForm } from "@/components/staff/document-form";
import { DraftDocuments } from "@/components/staff/draft-documents";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { addressIn } from "@/lib/i18n/addresses";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { removeDocumentAction } from "../../../../../document-actions";
import { readAsStaff } from "../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = (id: string) =>
  readAsStaff(routes.staffDocuments(id), async (ctx) => ({
    editor: await callEditor(ctx, id),
    call: await staffCall(ctx, id),
  }));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { call } = await read((await params).id);
  const title = t("documents.title", { title: call.title });
  const { rifiuto } = await searchParams;
  return { title: rifiuto ? t("documents.wrong", { title }) : title, robots: { index: false } };
}

/** The documents of a draft, which its page will offer with format and size. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { editor, call } = await read((await params).id);
  if (editor.state !== "draft") redirect(addressIn(await getLocale(), routes.staffCall(call.id)));
  const { fatto, rifiuto, titolo } = await searchParams;
  const { documents } = editor.content;
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={call}
        here="call"
        title={t("documents.heading")}
        text={t("documents.lead")}
        actions={
          <ButtonLink
            href={`${routes.staffCallEdit(call.id)}?sezione=partecipazione`}
            look="outline"
            icon="pencil"
          >
            {t("documents.back")}
          </ButtonLink>
        }
      />
      {fatto === "aggiunto" && <Alert tone="done">{t("documents.added")}</Alert>}
      {fatto === "tolto" && <Alert tone="done">{t("documents.removed")}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        <Panel title={t("documents.there")}>
          <DraftDocuments callId={call.id} documents={documents} remove={removeDocumentAction} />
        </Panel>
        <Panel title={t("documents.add")}>
          <DocumentForm
            callId={call.id}
            refusal={[rifiuto].flat()[0]}
            title={[titolo].flat()[0] ?? ""}
          />
        </Panel>
      </div>
    </ClientMessages>
  );
}
