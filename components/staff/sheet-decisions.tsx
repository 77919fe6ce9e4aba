import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import {
  mayDecideAdmission,
  mayDeclareAdmissible,
  mayDeclareInadmissible,
  mayReopen,
  REASONS_MINIMUM,
} from "@/lib/review/core/rules";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { ActionForm } from "./action-form";
import { FormArea, FormSelect } from "./form-fields";
import { useReviewWords } from "./review-words";
import type { SheetActions } from "./sheet-review";

type Props = { sheet: ApplicationSheet; actions: SheetActions; token: string };

/** Long enough to pass: whether the reasons typed will do is asked when they are sent. */
const SOME_REASONS = "x".repeat(REASONS_MINIMUM);

/** The decision that is next for an application, or the way to take the last one back. */
export function SheetDecisions(props: Props) {
  const { sheet } = props;
  if (sheet.state === "submitted" || sheet.state === "integrationRequested") {
    return <Admissibility {...props} />;
  }
  return (
    <>
      {sheet.state === "admissible" && <Admission {...props} />}
      <Reopening {...props} />
    </>
  );
}

function Admissibility({ sheet, actions, token }: Props) {
  const t = useTranslations("staff");
  const { call, progress } = sheet;
  const yes = mayDeclareAdmissible(sheet, call, progress);
  const no = mayDeclareInadmissible(sheet, call, progress, SOME_REASONS);
  const hidden = { applicationId: sheet.id, callId: call.id, _token: token };
  const waits = sheet.state === "integrationRequested" && t("decision.waits");
  return (
    <section className="mt-m" aria-labelledby="decision">
      <h2 id="decision">{t("decision.title")}</h2>
      <p className="soft">{call.comparative ? t("decision.comparative") : t("decision.direct")}</p>
      <ActionForm action={actions.admissibility} hidden={{ ...hidden, result: "admissible" }}>
        {yes.ok ? (
          <SubmitButton pending={t("editor.saving")}>
            {call.comparative ? t("decision.admissible") : t("decision.admit")}
          </SubmitButton>
        ) : (
          <Button refusal={waits || t(`refusals.${yes.reason}`)}>
            {call.comparative ? t("decision.admissible") : t("decision.admit")}
          </Button>
        )}
      </ActionForm>
      <ActionForm
        action={actions.admissibility}
        className="mt-m"
        hidden={{ ...hidden, result: "inadmissible" }}
      >
        {no.ok ? (
          <>
            <Reasons />
            <SubmitButton look="danger" pending={t("editor.saving")}>
              {t("decision.inadmissible")}
            </SubmitButton>
          </>
        ) : (
          <Button look="danger" refusal={waits || t(`refusals.${no.reason}`)}>
            {t("decision.inadmissible")}
          </Button>
        )}
      </ActionForm>
    </section>
  );
}

function Admission({ sheet, actions, token }: Props) {
  const t = useTranslations("staff");
  const { call } = sheet;
  const verdict = mayDecideAdmission(sheet, call, "admitted", "");
  const hidden = { applicationId: sheet.id, callId: call.id, _token: token };
  if (!verdict.ok) return <p className="soft mt-m">{t(`refusals.${verdict.reason}`)}</p>;
  return (
    <section className="mt-m" aria-labelledby="admission">
      <h2 id="admission">{t("decision.admission")}</h2>
      <ActionForm action={actions.admission} hidden={{ ...hidden, result: "admitted" }}>
        <SubmitButton pending={t("editor.saving")}>{t("decision.admit")}</SubmitButton>
      </ActionForm>
      <ActionForm
        action={actions.admission}
        className="mt-m"
        hidden={{ ...hidden, result: "notAdmitted" }}
      >
        <Reasons />
        <SubmitButton look="danger" pending={t("editor.saving")}>
          {t("decision.notAdmitted")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}

function Reasons() {
  const t = useTranslations("staff");
  const words = useReviewWords();
  return (
    <>
      <FormSelect
        name="reasonCode"
        label={t("decision.reason")}
        placeholder={t("decision.chooseReason")}
        options={words.reasons()}
      />
      <FormArea
        name="reasons"
        label={t("decision.reasons")}
        hint={t("decision.reasonsHint", { count: REASONS_MINIMUM })}
        rows={4}
        limit={4000}
      />
    </>
  );
}

function Reopening({ sheet, actions, token }: Props) {
  const t = useTranslations("staff");
  const verdict = mayReopen(sheet, sheet.call, SOME_REASONS);
  if (!verdict.ok) return <p className="soft mt-m">{t("decision.final")}</p>;
  return (
    <details className="alt mt-m">
      <summary>{t("decision.reopen")}</summary>
      <p className="soft">{t("decision.reopenText")}</p>
      <ActionForm
        action={actions.reopen}
        hidden={{ applicationId: sheet.id, callId: sheet.call.id, _token: token }}
      >
        <FormArea
          name="reasons"
          id="reopen-reasons"
          label={t("decision.reopenReasons")}
          hint={t("decision.reasonsHint", { count: REASONS_MINIMUM })}
          rows={3}
        />
        <SubmitButton look="outline" pending={t("editor.saving")}>
          {t("decision.reopen")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
