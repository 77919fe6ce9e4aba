import { useLocale, useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import { precisionOf } from "@/lib/calls/core/cut-offs";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { type CallEvaluation, totalPoints } from "@/lib/calls/core/evaluation";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { euroWords } from "@/lib/kernel/euro";
import { addTermDays } from "@/lib/kernel/holidays";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";

/** The data of the procedure: L. 241/1990, arts. 4, 5 and 8. */
export function CallProcedure({ call }: { call: CallPage }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { procedure } = call.content;
  const { days } = procedure;
  const end = call.closesAt && addTermDays(romeDate(call.closesAt), days);
  return (
    <section id="procedimento">
      <h2>{t("procedure.title")}</h2>
      <DescriptionList
        items={[
          { term: t("procedure.body"), value: call.body.name },
          { term: t("procedure.office"), value: procedure.office },
          { term: t("procedure.object"), value: procedure.object },
          { term: t("procedure.code"), value: call.code },
          { term: t("procedure.officer"), value: procedure.responsibleOfficer },
          { term: t("procedure.substitute"), value: procedure.substituteHolder },
          {
            term: t("procedure.end"),
            value: end
              ? t("procedure.endOn", { days, day: longDate(end, locale) })
              : t("procedure.endOpen", { days }),
          },
          {
            term: t("procedure.act"),
            value: t("page.actOf", {
              number: procedure.actNumber,
              day: longDate(procedure.actDate, locale),
            }),
          },
          {
            term: t("procedure.noticeBoard"),
            value: procedure.noticeBoardLink ? (
              <a href={procedure.noticeBoardLink}>{t("procedure.noticeBoardLink")}</a>
            ) : (
              <small>{t("procedure.notTheBoard")}</small>
            ),
          },
          {
            term: t("procedure.pec"),
            value: <a href={`mailto:${procedure.digitalDomicile}`}>{procedure.digitalDomicile}</a>,
          },
          ...useRules(call),
          { term: t("procedure.file"), value: t("procedure.fileWhere") },
          ...(procedure.remedy ? [{ term: t("procedure.remedy"), value: procedure.remedy }] : []),
        ]}
      />
    </section>
  );
}

/** What the regime of the call switches, as far as an applicant must know it. */
function useRules({ rules, cutOffs, content }: CallPage): Description[] {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { funding } = content;
  return [
    {
      term: t("procedure.channels"),
      value: rules.channels.map((channel) => t(`channel.${channel}`)).join(", "),
    },
    ...(rules.runtsRequired
      ? [{ term: t("procedure.runts"), value: t("procedure.runtsFor", { months: rules.runtsMonths }) }]
      : []),
    ...(cutOffs.length > 0
      ? [
          {
            term: t("procedure.cutOffs"),
            value: (
              <ul className="list-unstyled mb-0">
                {cutOffs.map((cutOff) => (
                  <li key={cutOff.toISOString()}>
                    {deadlineMoment(cutOff, precisionOf(cutOff), locale)}
                  </li>
                ))}
              </ul>
            ),
          },
        ]
      : []),
    ...(funding
      ? [
          {
            term: t("procedure.funding"),
            value: (
              <>
                {euroWords(funding.budget, locale)}
                {funding.lots.length > 0 && (
                  <ul className="mb-0">
                    {funding.lots.map((lot) => (
                      <li key={lot.title}>{`${lot.title}: ${euroWords(lot.amount, locale)}`}</li>
                    ))}
                  </ul>
                )}
              </>
            ),
          },
        ]
      : []),
    {
      term: t("procedure.selection"),
      value: t(rules.comparative ? "procedure.compared" : "procedure.notCompared"),
    },
    ...(content.evaluation
      ? [
          {
            term: t("procedure.evaluation"),
            value: <Criteria evaluation={content.evaluation} />,
          },
        ]
      : []),
    { term: t("procedure.outcome"), value: t(`procedure.published.${rules.published}`) },
  ];
}

/** What applicants are compared by, and how much it takes. */
function Criteria({ evaluation }: { evaluation: CallEvaluation }) {
  const t = useTranslations("calls");
  const passing = evaluation.passing ?? 0;
  return (
    <>
      <ul className="mb-0">
        {evaluation.criteria.map(({ title, points, least }) => (
          <li key={title}>
            {t("procedure.criterion", { title, points, least: least ?? 0, leastPoints: least ?? 0 })}
          </li>
        ))}
      </ul>
      {t("procedure.passing", {
        points: totalPoints(evaluation),
        ...{ passing, passingPoints: passing },
      })}
    </>
  );
}
