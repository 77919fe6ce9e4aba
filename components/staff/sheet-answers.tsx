import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { longDate, receiptMoment } from "@/lib/kernel/rome-words";
import type { SheetAnswer } from "@/lib/review/core/sheet-sections";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { AnswerWords } from "./answer-words";
import { SheetChanges } from "./sheet-changes";

/** What was sent, out of the snapshot that never changes. */
export function SheetAnswers({ sheet }: { sheet: ApplicationSheet }) {
  const t = useTranslations("staff");
  const desk = useTranslations("desk");
  const locale = useLocale();
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
    <section className="rv-app" aria-labelledby="answers" tabIndex={0}>
      <h2 id="answers">{t("sheet.answers")}</h2>
      <p className="small soft">
        {t("sheet.sent", { moment: receiptMoment(new Date(sheet.submittedAt), locale) })}{" "}
        {sheet.channel !== "web" && `${desk(`sheet.${sheet.channel}`)} `}
        {sheet.enteredLate &&
          `${desk("enteredLate", {
            moment: receiptMoment(new Date(sheet.enteredLate.at), locale),
            reason: sheet.enteredLate.reason,
          })} `}
        {sheet.submissions > 1 && t("sheet.submissions", { count: sheet.submissions })}
      </p>
      {sheet.files.length === 0 && <SheetChanges sheet={sheet} />}
      {sheet.sections.map((section) => (
        <section key={section.id} aria-labelledby={`section-${section.id}`}>
          <h3 id={`section-${section.id}`} className="mt-m">
            {section.title[locale]}
          </h3>
          <dl className="qa">
            {section.answers.map((answer) => (
              <div key={answer.id}>
                <dt>{answer.label[locale]}</dt>
                <dd>
                  <Answer answer={answer} places={sheet.municipalities} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
      {sheet.files.length === 0 && <p className="small soft mt-m">{t("sheet.noFiles")}</p>}
      <p className="small soft mt-m">
        {t("sheet.digest")} <code className="ct-mono">{sheet.digest.slice(0, 16)}…</code>
      </p>
      {sheet.erased && (
        <p className="note mt-s">
          {t("sheet.erased", {
            count: sheet.erased.count,
            day: longDate(sheet.erased.on, locale),
          })}
        </p>
      )}
    </section>
  );
}

function Answer({ answer, places }: { answer: SheetAnswer; places: ReadonlyMap<string, string> }) {
  const t = useTranslations("staff");
  if (!answer.locked) return <AnswerWords answer={answer} places={places} />;
  return (
    <span className="soft">
      {t("sheet.locked")} <Icon name="lock" size="xs" />
    </span>
  );
}
