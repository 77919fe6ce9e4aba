import { useLocale, useTranslations } from "next-intl";
import type { FormDefinition } from "@/lib/calls/core/form-definition";

/** All the questions of the form, to be read before one begins. */
export function CallQuestions({ form }: { form: FormDefinition }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  return (
    <div className="ct-faq">
      <details>
        <summary>{t("page.questions")}</summary>
        <div>
          {form.sections.map((section) => (
            <div key={section.id}>
              <h4>{section.title[locale]}</h4>
              <ul>
                {section.fields.map((field) => (
                  <li key={field.id}>
                    {field.label[locale]}
                    {!field.required && field.type !== "info" && ` ${t("page.optional")}`}
                  </li>
                ))}
              </ul>
            </div>
          ))}
        </div>
      </details>
    </div>
  );
}
