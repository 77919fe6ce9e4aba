import { useLocale, useTranslations } from "next-intl";
import { Pill } from "@/components/ui/pill";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { useReviewWords } from "./review-words";

const ACTIONS = [
  "submit",
  "withdraw",
  "contested",
  "setAside",
  "requestIntegration",
  "extendIntegration",
  "cancelIntegration",
  "answerIntegration",
  "expireIntegration",
  "declareAdmissible",
  "declareInadmissible",
  "admit",
  "rejectOnMerit",
  "reconsider",
] as const;

/** The decisions with their reasons, those taken back too, and what happened when. */
export function SheetHistory({ sheet }: { sheet: ApplicationSheet }) {
  const t = useTranslations("staff");
  const words = useReviewWords();
  const locale = useLocale();
  return (
    <>
      {sheet.decisions.length > 0 && (
        <section className="mt-m" aria-labelledby="decisions">
          <h2 id="decisions">{t("history.decisions")}</h2>
          <ul className="list-unstyled stack mt-s">
            {sheet.decisions.map((decision) => {
              const reason =
                decision.result === "reopened" ? undefined : words.reason(decision.reasonCode);
              return (
                <li key={decision.id} className="ck ck-done">
                  <p>
                    <strong>{words.result(decision.result)}</strong>{" "}
                    {decision.superseded && <Pill>{t("history.superseded")}</Pill>}
                  </p>
                  <p className="small soft">
                    {t("sheet.checkedBy", {
                      name: decision.by,
                      moment: staffMoment(decision.at, locale),
                    })}
                  </p>
                  {decision.reasons && (
                    <p className="small">
                      {reason && `${reason}. `}
                      {decision.reasons}
                    </p>
                  )}
                </li>
              );
            })}
          </ul>
        </section>
      )}
      <section className="mt-m" aria-labelledby="timeline">
        <h2 id="timeline">{t("history.title")}</h2>
        <ol className="list-unstyled mt-s small">
          {sheet.timeline.map(({ key, at, action, by }) => {
            const known = ACTIONS.find((one) => `application.${one}` === action);
            return (
              <li key={key}>
                <span className="num soft">{staffMoment(at, locale)}</span>{" "}
                {known && t(`history.actions.${known}`)}, {t(`history.by.${by}`)}
              </li>
            );
          })}
        </ol>
      </section>
    </>
  );
}
