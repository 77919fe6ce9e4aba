import { useTranslations } from "next-intl";
import type { Field } from "@/lib/calls/core/form-definition";

type Props = {
  body: string;
  contact: string;
  version: string;
  fields: readonly Field[];
  locale: "it" | "en";
};

/** The notice of a call (art. 13 GDPR): each datum with its purpose and how long it is kept. */
export function PrivacyNotice({ body, contact, version, fields, locale }: Props) {
  const t = useTranslations("applications");
  return (
    <section aria-labelledby="informativa" className="ct-measure mb-4">
      <h2 id="informativa">{t("privacy.title")}</h2>
      <p>{t("privacy.controller", { body })}</p>
      <p>{t("privacy.who")}</p>
      <details className="mb-3">
        <summary>{t("privacy.purposes")}</summary>
        {/* biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reached by keyboard */}
        <section className="ct-tablewrap" tabIndex={0} aria-label={t("privacy.purposes")}>
          <table className="ct-table">
            <thead>
              <tr>
                <th scope="col">{t("privacy.asked")}</th>
                <th scope="col">{t("privacy.why")}</th>
                <th scope="col">{t("privacy.kept")}</th>
              </tr>
            </thead>
            <tbody>
              {fields
                .filter((field) => field.type !== "info")
                .map((field) => (
                  <tr key={field.id}>
                    <th scope="row">{field.label[locale]}</th>
                    <td>{field.purpose[locale]}</td>
                    <td>
                      {t("privacy.days", {
                        days: field.retentionDays,
                        from: field.retentionFrom ?? "outcome",
                      })}
                    </td>
                  </tr>
                ))}
            </tbody>
          </table>
        </section>
      </details>
      <p>{t("privacy.rights", { contact })}</p>
      <p className="ct-muted">{t("privacy.version", { version })}</p>
    </section>
  );
}
