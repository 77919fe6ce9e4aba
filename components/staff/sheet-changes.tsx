import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { BeforeAfter } from "@/components/ui/before-after";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { SheetAnswer } from "@/lib/review/core/sheet-sections";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { AnswerWords } from "./answer-words";

/** What each answer to the office has changed: the old beside the new. */
export function SheetChanges({ sheet }: { sheet: ApplicationSheet }) {
  const t = useTranslations("integration");
  const locale = useLocale();
  const answered = sheet.integrations.filter((one) => one.answer !== null);
  return answered.map((one) => (
    <section key={one.id} aria-labelledby={`changes-${one.id}`} className="panel mb-4">
      <h3 id={`changes-${one.id}`}>{t("sheet.changes", { number: one.registerNumber })}</h3>
      {one.settledAt && (
        <p className="small soft">
          {t("sheet.settled.answered", { moment: staffMoment(one.settledAt, locale) })}
        </p>
      )}
      {one.changes.length === 0 && <p className="small">{t("sheet.noChanges")}</p>}
      <BeforeAfter
        level={4}
        rows={one.changes.map(({ before, after, files }) => ({
          key: before.id,
          label: before.label[locale],
          before: <Side answer={before} files={files?.before} sheet={sheet} />,
          after: <Side answer={after} files={files?.after} sheet={sheet} />,
        }))}
        words={{ before: t("before"), after: t("after"), caption: t("sideBySide") }}
      />
    </section>
  ));
}

type SideProps = { answer: SheetAnswer; files: string[] | undefined; sheet: ApplicationSheet };

function Side({ answer, files, sheet }: SideProps): ReactNode {
  const t = useTranslations("staff");
  if (answer.locked) return <span className="soft">{t("sheet.locked")}</span>;
  if (files) return files.join("; ") || <span className="soft">{t("sheet.noAnswer")}</span>;
  return <AnswerWords answer={answer} places={sheet.municipalities} />;
}
