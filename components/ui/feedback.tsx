import { useLocale, useTranslations } from "next-intl";
import { FEEDBACK_REASONS, type FeedbackSide } from "@/lib/content/core/feedback";
import { routes } from "@/lib/routes";
import { Button } from "./button";

const RATES = [1, 2, 3, 4, 5] as const;

/**
 * "Quanto sono chiare le informazioni su questa pagina?", with the words of the national model. One
 * plain form: which of the two questions follows the stars is decided by the stylesheet.
 */
export function Feedback({ page }: { page: string }) {
  const t = useTranslations("common");
  return (
    <section className="ct-feedback" aria-labelledby="feedback-title">
      <div className="container">
        <div className="ct-panel" data-element="feedback">
          <h2 id="feedback-title" data-element="feedback-title">
            {t("feedback.title")}
          </h2>
          <form action={routes.sendFeedback()} method="post">
            <input type="hidden" name="page" value={page} />
            <input type="hidden" name="lingua" value={useLocale()} />
            <Stars />
            <div className="ct-feedback-more">
              <Reasons side="hard" />
              <Reasons side="liked" />
              <Details />
            </div>
            <Button look="outline" small className="mt-3">
              {t("feedback.send")}
            </Button>
          </form>
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

/** Shown for few stars or for many; what was ticked on the other side is left out by the server. */
function Reasons({ side }: { side: FeedbackSide }) {
  const t = useTranslations("common");
  const reasons: readonly (typeof FEEDBACK_REASONS)[FeedbackSide][number][] =
    FEEDBACK_REASONS[side];
  return (
    <fieldset
      className={`ct-field ct-feedback-${side}`}
      data-element={side === "liked" ? "feedback-rating-positive" : "feedback-rating-negative"}
    >
      <legend className="ct-lab" data-element="feedback-rating-question">
        {t(`feedback.${side}`)}
      </legend>
      {reasons.map((reason) => (
        <label className="ct-check" key={reason} data-element="feedback-rating-answer">
          <input type="radio" name="reason" value={`${side}.${reason}`} />
          <span>{t(`feedback.reasons.${reason}`)}</span>
        </label>
      ))}
    </fieldset>
  );
}

function Details() {
  const t = useTranslations("common");
  return (
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
  );
}
