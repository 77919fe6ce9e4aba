import { useTranslations } from "next-intl";
import { Button } from "./button";

const RATES = [1, 2, 3, 4, 5] as const;

export type FeedbackProps = {
  /** A server action (or the address of a handler) that reads `page`, `rate`, `reason` and `text`; it works without scripts. */
  action: string | ((form: FormData) => void | Promise<void>);
  /** The address of the page that is rated. */
  page: string;
  /** After an answer up to 3: what was hard; from 4: what was liked. */
  followUp?: { rate: number; reasons: { value: string; label: string }[] };
  /** Shown in place of the form once it has been sent. */
  thanks?: boolean;
};

/** "Quanto sono chiare le informazioni su questa pagina?", as the national model asks it. */
export function Feedback({ action, page, followUp, thanks }: FeedbackProps) {
  const t = useTranslations("common");
  return (
    <section className="ct-feedback" aria-labelledby="feedback-title">
      <div className="container">
        <div className="ct-panel" data-element="feedback">
          <h2 id="feedback-title" data-element="feedback-title">
            {thanks ? t("feedback.thanks") : t("feedback.title")}
          </h2>
          {!thanks && (
            <form action={action}>
              <input type="hidden" name="page" value={page} />
              {followUp ? <FollowUp {...followUp} /> : <Stars />}
              <Button look={followUp ? "primary" : "outline"} small className="mt-3">
                {t("feedback.send")}
              </Button>
            </form>
          )}
        </div>
      </div>
    </section>
  );
}

function Stars() {
  const t = useTranslations("common");
  return (
    <fieldset className="ct-stars" data-element="feedback-rate">
      <legend>{t("feedback.legend")}</legend>
      {RATES.map((rate) => (
        <label key={rate}>
          <svg viewBox="0 0 24 24" aria-hidden="true" focusable="false">
            <path
              strokeLinejoin="round"
              d="M12 3l2.8 5.9 6.4.8-4.7 4.4 1.2 6.4-5.7-3.2-5.7 3.2 1.2-6.4L2.8 9.7l6.4-.8z"
            />
          </svg>
          <input
            type="radio"
            name="rate"
            value={rate}
            required
            data-element={`feedback-rate-${rate}`}
          />
          <span className="visually-hidden">{t("feedback.stars", { count: rate })}</span>
        </label>
      ))}
    </fieldset>
  );
}

function FollowUp({ rate, reasons }: NonNullable<FeedbackProps["followUp"]>) {
  const t = useTranslations("common");
  const liked = rate > 3;
  return (
    <>
      <input type="hidden" name="rate" value={rate} />
      <fieldset
        className="ct-field"
        data-element={liked ? "feedback-rating-positive" : "feedback-rating-negative"}
      >
        <legend className="ct-lab" data-element="feedback-rating-question">
          {t(liked ? "feedback.liked" : "feedback.hard")}
        </legend>
        {reasons.map(({ value, label }) => (
          <label className="ct-check" key={value} data-element="feedback-rating-answer">
            <input type="radio" name="reason" value={value} />
            <span>{label}</span>
          </label>
        ))}
      </fieldset>
      <div className="ct-field">
        <label className="ct-lab" htmlFor="feedback-text">
          {t("feedback.text")} <span className="opt">{t("optional")}</span>
        </label>
        <p className="ct-hint" id="feedback-text-h">
          {t("feedback.textHint")}
        </p>
        <textarea
          id="feedback-text"
          name="text"
          className="form-control"
          maxLength={200}
          rows={3}
          aria-describedby="feedback-text-h"
          data-element="feedback-input-text"
        />
      </div>
    </>
  );
}
