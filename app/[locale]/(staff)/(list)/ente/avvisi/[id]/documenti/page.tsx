import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { DocumentForm } from "@/components/staff/document-form";
import { WrittenDocuments } from "@/components/staff/written-documents";
import { ButtonLink } from "@/components/ui/button";
import { Alert, Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { documentsPage } from "@/lib/calls/queries/documents-page";
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
    page: await documentsPage(ctx, id),
    call: await staffCall(ctx, id),
  }));

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { call } = await read((await params).id);
  const title = t("documents.title", { title: call.title });
  const { rifiuto } = await searchParams;
  return { title: rifiuto ? t("documents.wrong", { title }) : title, robots: { index: false } };
}

const DONE = { aggiunto: "added", sostituito: "replaced", tolto: "removed" } as const;

/** The documents of a call as they are being written: for its draft, or for a rectification. */
export default async function DocumentsPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { page, call } = await read((await params).id);
  const asked = await searchParams;
  const one = (name: string) => [asked[name]].flat()[0];
  const { of, documents } = page;
  const kind = of ?? "published";
  const done = Object.entries(DONE).find(([word]) => word === one("fatto"))?.[1];
  const replaces = documents.find(({ id }) => id === one("sostituisci"));
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={call}
        here="call"
        title={t("documents.heading")}
        text={t(`documents.lead.${kind}`)}
        actions={
          <ButtonLink
            href={BACK[kind](call.id)}
            look="outline"
            icon={kind === "published" ? "arrow-left" : "pencil"}
          >
            {t(`documents.back.${kind}`)}
          </ButtonLink>
        }
      />
      {done && of && <Alert tone="done">{t(`documents.${done}.${of}`)}</Alert>}
      {!of && (
        <Callout tone="amber">
          {t("documents.closed")}{" "}
          <Link href={routes.staffActs(call.id)}>{t("documents.acts")}</Link>
        </Callout>
      )}
      <div className="st-cols c-2-1 mt-m">
        <Panel title={t(`documents.there.${kind}`)}>
          <WrittenDocuments
            callId={call.id}
            documents={documents}
            of={of}
            remove={removeDocumentAction}
          />
        </Panel>
        {of && (
          <Panel
            title={
              replaces ? t("documents.replaceOf", { title: replaces.title }) : t("documents.add")
            }
          >
            <DocumentForm
              key={replaces?.id}
              callId={call.id}
              of={of}
              replaces={replaces}
              refusal={one("rifiuto")}
              title={one("titolo")}
            />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}

const BACK = {
  draft: (id: string) => `${routes.staffCallEdit(id)}?sezione=partecipazione`,
  rectification: (id: string) => routes.staffNewAct(id, "rettifica"),
  published: (id: string) => routes.staffCall(id),
};
