import { useLocale, useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/ui/link";
import { maySetAside } from "@/lib/applications/core/rules";
import type { CallStatus } from "@/lib/calls/core/call-status";
import { staffMoment } from "@/lib/kernel/rome-words";
import { REASONS_MINIMUM } from "@/lib/review/core/rules";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea } from "./form-fields";

type Props = {
  sheet: ApplicationSheet;
  mayDecide: boolean;
  token: string;
  /** Of the form: sent twice, it is done once. */
  formKey: string;
  setAside: FormAction;
};

/** Others were refused because this application has their fiscal code: who, when, and the way out. */
export function SheetContests({ sheet, mayDecide, token, formKey, setAside }: Props) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { contests, id, call } = sheet;
  if (contests.length === 0) return null;
  const may = mayDecide && maySetAside({ state: sheet.state, contested: true }, call).ok;
  const free = sheet.state === "withdrawn";
  const then = thenOf(call.status);
  return (
    <section className="note note-warn" aria-labelledby="contests">
      <h2 id="contests" className="h3">
        {t("contests.title")}
      </h2>
      <p>{t("contests.text")}</p>
      <ul>
        {contests.map(({ at, who }) => (
          <li key={at}>
            {t(who ? "contests.by" : "contests.somebody", {
              name: who ?? "",
              moment: staffMoment(new Date(at), locale),
            })}
          </li>
        ))}
      </ul>
      {free && mayDecide && (
        <p>
          {t("contests.then.free")} {then && t(`contests.then.${then}`)}{" "}
          {then === "closed" && (
            <Link href={routes.staffNewDeskEntry(call.id)}>{t("contests.then.enter")}</Link>
          )}
        </p>
      )}
      {may && (
        <details className="alt mt-s">
          <summary>{t("contests.setAside")}</summary>
          <p>{t("contests.setAsideText")}</p>
          {then && <p>{t(`contests.then.${then}`)}</p>}
          <ActionForm
            action={setAside}
            hidden={{ applicationId: id, callId: call.id, key: formKey, _token: token }}
            labels={{ reasons: t("decision.reasons"), sure: t("contests.sure") }}
          >
            <FormArea
              name="reasons"
              id="set-aside-reasons"
              label={t("decision.reasons")}
              hint={t("contests.hint", { count: REASONS_MINIMUM })}
              rows={3}
              limit={4000}
            />
            <CheckboxField name="sure" label={t("contests.sure")} />
            <SubmitButton look="danger" pending={t("editor.saving")}>
              {t("contests.setAside")}
            </SubmitButton>
          </ActionForm>
        </details>
      )}
    </section>
  );
}

/** What is left to whoever was refused, by where the call stands. */
function thenOf(status: CallStatus): "open" | "closed" | "review" | undefined {
  switch (status) {
    case "open":
    case "alwaysOpen":
    case "closesToday":
      return "open";
    case "closed":
      return "closed";
    case "underReview":
      return "review";
    default:
      return undefined;
  }
}
