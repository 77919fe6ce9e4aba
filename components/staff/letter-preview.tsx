import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { dateWords } from "@/lib/kernel/rome-words";
import type { LettersPage } from "@/lib/review/queries/letters";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";
import { useReviewWords } from "./review-words";

type Open = NonNullable<LettersPage["open"]>;
type Props = { callId: string; letter: Open; retry: FormAction; mayRetry: boolean };

/** What the letter says, out of the data it was issued with; the PDF says the same. */
export function LetterPreview({ callId, letter, retry, mayRetry }: Props) {
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
      {(letter.state === "failed" || letter.presumed) && (
        <div className="note note-warn mt-s">
          <p>{letter.presumed ? t("letters.presumed") : t("letters.failed")}</p>
          {mayRetry && letter.messageId && (
            <ActionForm
              action={retry}
              className="mt-s"
              hidden={{ callId, letterId: letter.id, messageId: letter.messageId }}
            >
              <SubmitButton look="outline" pending={t("letters.retrying")}>
                {t("letters.retry")}
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      )}
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
