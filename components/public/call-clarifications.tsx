import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { mayAsk } from "@/lib/calls/core/clarifications";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { useTextLanguage } from "./call-words";
import { SheetText } from "./sheet-text";

/** What was asked and answered, for everybody; who asked stands nowhere. */
export function CallClarifications({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("clarifications");
  const locale = useLocale();
  const lang = useTextLanguage();
  const { published, waiting } = call.clarifications;
  const { questionsUntil } = call.content;
  if (!questionsUntil && published.length === 0) return null;
  const open = mayAsk(call, now).ok;
  return (
    <section id="chiarimenti">
      <h2>{t("title")}</h2>
      <p className="ct-muted">
        {t("published", { count: published.length })}
        {waiting > 0 && `, ${t("waiting", { count: waiting })}`}.{" "}
        {open && questionsUntil && t("until", { day: longDate(questionsUntil, locale) })}
      </p>
      {published.length > 0 && (
        <div className="ct-faq">
          {published.map(({ id, question, answer, on }) => (
            <details key={id}>
              <summary>
                <bdi lang={lang}>{question}</bdi>
              </summary>
              <div>
                <SheetText text={answer} lang={lang} />
                <p className="ct-muted">
                  {t("answeredOn", { day: longDate(romeDate(on), locale) })}
                </p>
              </div>
            </details>
          ))}
        </div>
      )}
      {open && (
        <p className="mt-3">
          <ButtonLink href={routes.askAboutCall(call.slug)} look="outline">
            {t("ask")}
          </ButtonLink>
        </p>
      )}
    </section>
  );
}
