import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Tag } from "@/components/ui/pill";
import type { Action } from "@/lib/actions";
import { outcomeDay } from "@/lib/applications/core/upcoming-steps";
import type { MyApplicationPage } from "@/lib/applications/queries/my-application";
import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import { atHour, dateWords, longDate } from "@/lib/kernel/rome-words";
import type { DocumentKind } from "@/lib/register/issue-document";
import { routes } from "@/lib/routes";
import { CopyForm } from "./copy-form";

type Props = {
  found: MyApplicationPage;
  locale: "it" | "en";
  /** Has the copy of what was sent made. */
  copy: Action;
};

/** Documents and the few facts that one looks for on the telephone. */
export function DetailAside({ found, locale, copy }: Props) {
  const t = useTranslations("applications");
  const { documents, sent, application, call } = found;
  const { contacts, procedure } = call.content;
  const asked = found.integrations.find(({ state }) => state === "open");
  const ends = outcomeDay(found.endsOn, asked?.closesAt);
  return (
    <aside aria-label={t("detail.brief")}>
      <Panel title={t("detail.documents")} className="p-4 mb-4">
        {documents.length === 0 && <p>{t("detail.none")}</p>}
        <DocumentList>
          {documents.map((document) => (
            <DocumentRow
              key={document.id}
              href={routes.document(document.id)}
              title={t(`document.${document.kind as DocumentKind}`)}
              meta={t("detail.pdf", {
                when: dateWords(romeDate(new Date(document.issuedAt)), locale),
              })}
              {...(document.state !== "valid" && {
                aside: <Tag>{t(`documentState.${document.state as "replaced"}`)}</Tag>,
              })}
            />
          ))}
          {sent && (
            <DocumentRow
              href={routes.applicationData(application.id)}
              title={t("detail.data")}
              meta={
                <>
                  {t(found.erased ? "detail.dataErased" : "detail.dataMeta")}.{" "}
                  <Link href={routes.guideFor("ricevuta")}>{t("detail.dataHow")}</Link>
                </>
              }
              icon="doc"
            />
          )}
        </DocumentList>
        {sent && !hasCopy(documents) && <CopyForm applicationId={application.id} action={copy} />}
      </Panel>
      {sent && (
        <Panel title={t("detail.brief")} className="p-4 mb-4">
          <DescriptionList
            narrow
            items={[
              { term: t("detail.code"), value: application.code },
              { term: t("detail.sentOn"), value: moment(sent.receivedAt, locale) },
              {
                term: t("detail.ends"),
                value: ends
                  ? t("detail.by", { when: longDate(ends, locale) })
                  : t("detail.afterAnswer"),
              },
              { term: t("detail.officer"), value: procedure.responsibleOfficer },
            ]}
          />
        </Panel>
      )}
      <div className="ct-panel ct-panel-tint ct-help p-4">
        <h2>{t("help.title")}</h2>
        <p className="mb-2">
          <a href={`tel:${contacts.phone.replace(/\s/g, "")}`}>{contacts.phone}</a>
        </p>
        <p>
          <a href={`mailto:${contacts.email}`}>{t("help.write")}</a>
        </p>
      </div>
    </aside>
  );
}

/** Whether there is a copy of the last sending: an integration makes that of the first one old. */
function hasCopy(documents: MyApplicationPage["documents"]): boolean {
  const receipts: readonly string[] = ["receipt", "integrationReceipt"];
  const last = documents.findLast(({ kind }) => receipts.includes(kind));
  return documents.some(
    ({ kind, state, dataDigest }) =>
      kind === "applicationCopy" && state === "valid" && dataDigest === last?.dataDigest,
  );
}

function moment(at: string, locale: "it" | "en"): string {
  const { date, time } = romeParts(new Date(at));
  return `${dateWords(date, locale)}, ${atHour(time, locale)}`;
}
