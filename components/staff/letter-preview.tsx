import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { dateWords } from "@/lib/kernel/rome-words";
import type { LettersPage } from "@/lib/review/queries/letters";
import { routes } from "@/lib/routes";
import { useReviewWords } from "./review-words";

type Open = NonNullable<LettersPage["open"]>;

/** What the letter says, out of the data it was issued with; the PDF says the same. */
export function LetterPreview({ letter }: { letter: Open }) {
  const t = useTranslations("staff");
  const words = useReviewWords();
  const locale = useLocale();
  const { view, recipient } = letter;
  const reason = words.reason(view.reasonCode);
  return (
    <section aria-labelledby="letter">
      <div className="panel-head">
        <h2 id="letter" className="grow">
          {letter.applicant}: {words.result(letter.result)}
        </h2>
        <ButtonLink href={routes.document(letter.id)} look="outline" small icon="file-pdf">
          {t("letters.pdf")}
        </ButtonLink>
      </div>
      <div className="letter mt-s">
        <p className="small soft">
          {t("letters.to")} <strong>{recipient ?? t("letters.noMailbox")}</strong>
        </p>
        <p>
          {t.rich("letters.body", {
            call: view.call.title,
            code: view.application.code,
            slot: (words) => <span className="slot">{words}</span>,
          })}
        </p>
        <p>
          <strong>{words.letter(view.result)}</strong>
        </p>
        {reason && <p>{reason}.</p>}
        {view.reasons && <p>{view.reasons}</p>}
        {view.remedy && <p>{view.remedy}</p>}
        <p className="small soft">
          {t("letters.act", {
            number: view.act.number,
            day: dateWords(view.act.date, locale),
            register: view.registerNumber,
          })}{" "}
          <Link href={routes.verifyCode(view.verification.code)}>{view.verification.code}</Link>
        </p>
      </div>
    </section>
  );
}
