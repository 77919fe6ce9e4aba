import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { pageOf } from "@/lib/applications/core/steps";
import type { DraftPage } from "@/lib/applications/queries/draft-page";
import type { Section } from "@/lib/calls/core/form-definition";
import { routes } from "@/lib/routes";
import { useErrorWords } from "./error-words";
import { labelled } from "./step-errors";

/** What happens on sending, beside the summary; after the end nothing is changed any more. */
export function SummaryAside({ over }: { over: boolean }) {
  const t = useTranslations("applications");
  return (
    <Panel title={t("summary.whenTitle")} className="p-4 mb-4">
      <ul className="ct-ticks">
        {(over ? WHEN.toSpliced(1, 1) : WHEN).map((key) => (
          <li key={key}>
            <Icon name="check" />
            <span>{t(key)}</span>
          </li>
        ))}
      </ul>
    </Panel>
  );
}

const WHEN = ["summary.when1", "summary.when2", "summary.when3"] as const;

type ErrorsProps = {
  id: string;
  draft: DraftPage;
  sections: readonly Section[];
  locale: "it" | "en";
};

/** Questions, but for declarations, whose answers are missing or wrong. */
export function wrongAnswers(draft: DraftPage, sections: readonly Section[]) {
  return sections
    .filter((section) => section.step !== "declarations")
    .flatMap((section) => section.fields.map((field) => ({ section, field })))
    .filter(({ field }) => draft.assessment.errors[field.id]);
}

/** Answers still missing or wrong, each a link to its field on its page. */
export function SummaryErrors({ id, draft, sections, locale }: ErrorsProps) {
  const t = useTranslations("applications");
  const words = useErrorWords();
  const wrong = wrongAnswers(draft, sections);
  if (wrong.length === 0) return null;
  return (
    <div className="ct-errsum" role="alert">
      <h2>{t("summary.problems", { count: wrong.length })}</h2>
      <ul>
        {wrong.map(({ section, field }) => (
          <li key={field.id}>
            <Link href={`${routes.applicationStep(id, pageOf(section.step))}?errori=1#${field.id}`}>
              {labelled(field.label[locale], words(draft.assessment.errors[field.id]) ?? "")}
            </Link>
          </li>
        ))}
      </ul>
    </div>
  );
}

/** A colleague reads and writes; one person answers for the application and sends it. */
export function SentByColleague({ id, name }: { id: string; name: string }) {
  const t = useTranslations("organisations");
  return (
    <Callout tone="cotto">
      <p>{t("sentByColleague", { name })}</p>
      <ButtonLink href={routes.applicationPeople(id)} look="outline">
        {t("people")}
      </ButtonLink>
    </Callout>
  );
}
