import { Fragment } from "react";
import { longDate } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { Callout, H1, H2, Lead, Link, List, P, Strong } from "@/lib/pdf/components";
import { type DocumentWords, documentWords, localeOf } from "@/lib/pdf/document-words";
import { QrFigure } from "@/lib/pdf/figures";
import { KeyValueTable } from "@/lib/pdf/tables";
import { totalPoints } from "../core/evaluation";
import type { CallNoticeView } from "../core/notice-view";
import { sheetParts } from "./sheet-blocks";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    callNotice: CallNoticeView;
  }
}

type Part = { view: CallNoticeView; t: DocumentWords };

/** The call to print and hang up, in the official order of its page. */
export function CallNotice({ view }: { view: CallNoticeView }) {
  const t = documentWords(view.locale);
  const { call } = view;
  return (
    <BodyLetter title={t("notice.titleOf", { title: call.title })} view={view} t={t}>
      <H1>{call.title}</H1>
      {call.summary && <Lead>{call.summary}</Lead>}
      <Callout>
        <P>
          <Strong>{call.deadline}</Strong>
        </P>
      </Callout>
      <Facts view={view} t={t} />
      <Sheet view={view} t={t} />
      <Evaluation view={view} t={t} />
      <Meetings view={view} t={t} />
      <Procedure view={view} t={t} />
      <H2>{t("notice.online")}</H2>
      <P>
        {t("notice.scan")}{" "}
        <Link href={call.short} contents={t("notice.shortLink")}>
          {call.short}
        </Link>
      </P>
      <QrFigure text={call.short} alt={t("notice.qrAlt", { title: call.title })} size={110} />
    </BodyLetter>
  );
}

function Facts({ view, t }: Part) {
  const { call, contacts } = view;
  const whom = (["organisation", "citizen"] as const)
    .filter((audience) => call.audiences.includes(audience))
    .map((audience) => t(`notice.audience.${audience}`));
  return (
    <KeyValueTable
      rows={given([
        [t("notice.forWhom"), whom.join(", ")],
        [t("notice.age"), call.minimumAge === null ? "" : String(call.minimumAge)],
        [t("notice.zone"), call.zone],
        [t("notice.places"), call.places === null ? "" : String(call.places)],
        [
          t("notice.help"),
          [contacts.phone, contacts.email, contacts.hours].filter(Boolean).join(" · "),
        ],
        [t("label.callCode"), t("notice.codeOf", { code: call.code, version: call.version })],
      ])}
    />
  );
}

const SECTIONS = ["audience", "howTo", "needed", "obtained", "conditions"] as const;

function Sheet({ view: { sheet }, t }: Part) {
  return SECTIONS.filter((part) => part === "audience" || sheet[part].trim() !== "").map((part) => {
    const text = part === "audience" ? `${sheet.description}\n\n${sheet.audience}` : sheet[part];
    const blocks = sheetParts(text, 3);
    return blocks ? (
      <Fragment key={part}>
        <H2>{t(`notice.sheet.${part}`)}</H2>
        {blocks}
      </Fragment>
    ) : null;
  });
}

function Evaluation({ view: { evaluation }, t }: Part) {
  if (!evaluation) return null;
  const passing = evaluation.passing ?? 0;
  return (
    <>
      <H2>{t("notice.evaluation")}</H2>
      <List
        items={evaluation.criteria.map(({ title, points, least }) =>
          t("notice.criterion", { title, points, least: least ?? 0, leastPoints: least ?? 0 }),
        )}
      />
      <P>
        {t("notice.passing", {
          points: totalPoints(evaluation),
          ...{ passing, passingPoints: passing },
        })}
      </P>
    </>
  );
}

function Meetings({ view: { meetings, locale }, t }: Part) {
  if (meetings.length === 0) return null;
  const language = localeOf(locale);
  return (
    <>
      <H2>{t("notice.meetings")}</H2>
      <List
        numbered
        items={meetings.map((meeting) =>
          [
            meeting.title,
            longDate(meeting.on, language),
            meeting.from && meeting.to
              ? t("notice.hours", { from: meeting.from, to: meeting.to })
              : "",
            meeting.where,
          ]
            .filter(Boolean)
            .join(", "),
        )}
      />
    </>
  );
}

function Procedure({ view: { procedure, locale }, t }: Part) {
  const { act } = procedure;
  return (
    <>
      <H2>{t("notice.procedure")}</H2>
      <KeyValueTable
        rows={given([
          [t("label.object"), procedure.object],
          [t("label.office"), procedure.office],
          [t("label.responsibleOfficer"), procedure.responsibleOfficer],
          [t("label.substituteHolder"), procedure.substituteHolder],
          [
            t("label.act"),
            act
              ? t("notice.actOf", { number: act.number, day: longDate(act.date, localeOf(locale)) })
              : "",
          ],
          [t("notice.remedy"), procedure.remedy],
        ])}
      />
    </>
  );
}

const given = (rows: readonly (readonly [string, string])[]) =>
  rows.filter(([, value]) => value !== "").map(([label, value]) => ({ label, value }));
