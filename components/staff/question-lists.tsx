import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { AnsweredForStaff, WaitingQuestion } from "@/lib/calls/queries/clarifications";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

type WaitingProps = { callId: string; questions: WaitingQuestion[] };

/** The questions behind the one that is open, the oldest first. */
export function WaitingQuestions({ callId, questions }: WaitingProps) {
  if (questions.length === 0) return null;
  return (
    <ul className="mt-m">
      {questions.map(({ id, asked }) => (
        <li key={id}>
          <Link href={`${routes.staffQuestions(callId)}?domanda=${id}`}>
            <bdi>{asked.length > 120 ? `${asked.slice(0, 119)}…` : asked}</bdi>
          </Link>
        </li>
      ))}
    </ul>
  );
}

/** What was answered, with the question as it was asked where staff published it in other words. */
export function AnsweredQuestions({ questions }: { questions: AnsweredForStaff[] }) {
  const t = useTranslations("clarifications");
  const locale = useLocale();
  if (questions.length === 0) return <p className="soft">{t("staff.noneAnswered")}</p>;
  return questions.map(({ id, asked, question, answer, on }) => (
    <article key={id} className="mt-s">
      <h3>
        <bdi>{question ?? asked}</bdi>
      </h3>
      <p className="small soft">
        {question === null
          ? t("staff.alone")
          : t("answeredOn", { day: longDate(romeDate(on), locale) })}
      </p>
      <p>
        <bdi>{answer}</bdi>
      </p>
    </article>
  ));
}
