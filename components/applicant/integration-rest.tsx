import { useTranslations } from "next-intl";
import type { IntegrationPage } from "@/lib/applications/queries/integration-page";
import { visibleSections } from "@/lib/calls/core/form-visibility";
import { AnswersSummary } from "./answers-summary";

/** The rest of the application, to be read: none of it changes. */
export function IntegrationRest({
  found,
  locale,
}: {
  found: IntegrationPage;
  locale: "it" | "en";
}) {
  const t = useTranslations("integration");
  const { definition, application, attachments, municipalities, request } = found;
  const values: Record<string, unknown> = Object.assign({}, ...Object.values(found.sent));
  const whole = new Set(
    request.items.filter((item) => item.row === null).map((item) => item.field),
  );
  const sections = visibleSections(definition, application.track ?? "citizen", values)
    .filter((section) => section.step !== "declarations")
    .map((section) => ({
      ...section,
      fields: section.fields.filter((field) => !whole.has(field.id)),
    }))
    .filter((section) => section.fields.length > 0);
  return (
    <details className="alt mt-5">
      <summary>{t("rest")}</summary>
      <p className="ct-muted">{t("restText")}</p>
      <AnswersSummary
        sections={sections}
        values={values}
        files={attachments}
        municipalities={new Map(municipalities.map((one) => [one.value, one.label]))}
        locale={locale}
      />
    </details>
  );
}
