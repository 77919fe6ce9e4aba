import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { FormChanges } from "@/components/ui/form-changes";
import type { FormChange } from "@/lib/calls/queries/form-change";
import { longDate } from "@/lib/kernel/rome-words";

type Props = {
  news: FormChange;
  /** Who has sent keeps the form that was sent, and may perhaps send another. */
  sent?: { mayReplace: boolean };
};

/** That the form is another than the one somebody began with or sent, by which act, and how. */
export function FormNews({ news, sent }: Props) {
  const t = useTranslations("formChanges");
  const locale = useLocale();
  const acts = new Intl.ListFormat(locale).format(
    news.acts.map(({ number, actDate }) => t("act", { number, day: longDate(actDate, locale) })),
  );
  return (
    <Callout tone="amber">
      <h2 className="ct-h3 mb-2">{sent ? t("sent.title") : t("draft.title")}</h2>
      <p className="mb-2">
        {sent ? t("sent.text", { acts }) : t("draft.text", { acts })}{" "}
        {sent && (sent.mayReplace ? t("sent.mayReplace") : t("sent.mayNot"))}
      </p>
      <details open={!sent}>
        <summary>{t("seeChanges")}</summary>
        <FormChanges changes={news.changes} level={3} />
        {!sent && news.changes.removed.length > 0 && <p className="mt-2">{t("draft.kept")}</p>}
      </details>
    </Callout>
  );
}
