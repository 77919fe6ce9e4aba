import { useTranslations } from "next-intl";
import { NumberStep } from "@/components/forms/number-step";
import { BulkBar, CallTrack } from "@/components/layout/staff-page";
import { BarCell, StackedBar } from "@/components/ui/bars";
import { Button, ButtonLink } from "@/components/ui/button";
import { CheckItem, CheckList, Consequences } from "@/components/ui/consequences";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import { SavedViews, Segmented } from "@/components/ui/segmented";
import { routes } from "@/lib/routes";

export function SampleStaff() {
  const t = useTranslations("stile");
  return (
    <section className="ct-staff py-5" aria-labelledby="staff-sample">
      <div className="container stack-l">
        <h2 id="staff-sample">{t("sections.staff")}</h2>
        <Head />
        <Table />
        <div className="st-cols c-2-1">
          <Pictures />
          <Checks />
        </div>
        <Panel title={t("sections.empty")} level={3}>
          <EmptyState title={t("staff.noRows")} text={t("staff.noRowsText")} level={3}>
            <ButtonLink href={routes.style()} look="outline">
              {t("staff.clear")}
            </ButtonLink>
          </EmptyState>
        </Panel>
      </div>
    </section>
  );
}

function Head() {
  const t = useTranslations("stile");
  const here = routes.style();
  return (
    <>
      <CallTrack
        stops={[
          { label: t("staff.callPage"), href: here, done: true },
          { label: t("staff.callApplications"), href: routes.calls(), count: 214, done: true },
          { label: t("staff.callReview"), href: routes.zones(), count: 131, current: true },
        ]}
      />
      <h3>{t("staff.today")}</h3>
      <p className="soft">{t("staff.todayText")}</p>
      <p className="row-flex">
        <Pill tone="on">{t("states.review")}</Pill>
        <Pill tone="warn" icon="warn">
          {t("states.warn")}
        </Pill>
        <Pill tone="block" icon="block">
          {t("states.block")}
        </Pill>
        <Pill>{t("states.draft")}</Pill>
      </p>
      <SavedViews
        label={t("staff.views")}
        views={[
          { label: t("staff.viewMine"), href: here, count: 19, current: true },
          { label: t("staff.viewAll"), href: routes.calls(), count: 214 },
        ]}
      />
    </>
  );
}

const ROWS = [
  { code: "K7-104", applicant: "Rete Passaparola Toscana APS", points: 71.5 },
  { code: "K7-117", applicant: "Comitato Amici del Poggio", points: 64 },
];

function Table() {
  const t = useTranslations("stile");
  return (
    <>
      <BulkBar chosen={1} total={2}>
        <Button type="button" look="outline" small>
          {t("staff.assign")}
        </Button>
      </BulkBar>
      <DataTable
        caption={t("staff.table")}
        rows={ROWS}
        rowKey={(row) => row.code}
        rowClass={(row) => (row.points > 70 ? "sel" : undefined)}
        columns={[
          { key: "applicant", header: t("staff.applicant"), cell: (row) => row.applicant },
          { key: "code", header: t("staff.code"), cell: (row) => row.code },
          {
            key: "bar",
            header: t("staff.progress"),
            cell: (row) => <BarCell value={row.points} max={100} target={60} />,
          },
          {
            key: "points",
            header: t("staff.points"),
            number: true,
            sort: "descending",
            cell: (row) => row.points,
          },
        ]}
      />
    </>
  );
}

function Pictures() {
  const t = useTranslations("stile");
  return (
    <div className="stack">
      <Panel title={t("staff.letters")} level={3}>
        <StackedBar
          title={t("staff.letters")}
          description={t("staff.lettersText")}
          unit={t("staff.unit")}
          parts={[
            { label: t("staff.sent"), value: 128, tone: "strong" },
            { label: t("staff.waiting"), value: 50, tone: "mid" },
            { label: t("staff.drafts"), value: 34, tone: "soft" },
          ]}
        />
        <StackedBar title={t("staff.letters")} description="" unit={t("staff.unit")} parts={[]} />
      </Panel>
      <Segmented
        legend={t("staff.mode")}
        name="mode"
        defaultValue="onsite"
        segments={[
          { value: "onsite", label: t("staff.onsite") },
          { value: "online", label: t("staff.online") },
        ]}
      />
      <NumberStep label={t("staff.seats")} name="seats" defaultValue={12} />
    </div>
  );
}

function Checks() {
  const t = useTranslations("stile");
  return (
    <div className="stack">
      <CheckItem
        level="block"
        word={t("states.block")}
        title={t("staff.blockTitle")}
        text={t("staff.blockText")}
      />
      <CheckItem level="warn" title={t("staff.warnTitle")} text={t("staff.warnText")} />
      <CheckItem
        level="explained"
        title={t("staff.explainedTitle")}
        text={t("staff.explainedText")}
      />
      <CheckList label={t("staff.checks")} items={[t("staff.fine")]} />
      <Consequences
        label={t("staff.effects")}
        items={[
          { key: "mails", icon: "mail-s", text: t("staff.effectMails") },
          { key: "calls", icon: "phone-s", text: t("staff.effectCalls"), warn: true },
        ]}
      />
    </div>
  );
}
