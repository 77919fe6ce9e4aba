import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Segmented } from "@/components/ui/segmented";
import { staffMoment } from "@/lib/kernel/rome-words";
import { CHECK_ANSWERS } from "@/lib/review/core/requirements";
import { mayCheck as mayCheckRule } from "@/lib/review/core/rules";
import type { ApplicationSheet, SheetCheck } from "@/lib/review/queries/application-sheet";
import { ActionForm, type FormAction } from "./action-form";
import { SheetDecisions } from "./sheet-decisions";
import { SheetHistory } from "./sheet-history";
import { SheetIntegration } from "./sheet-integration";

export type SheetActions = {
  check: FormAction;
  admissibility: FormAction;
  admission: FormAction;
  reopen: FormAction;
  extend: FormAction;
  cancel: FormAction;
};

type Props = {
  sheet: ApplicationSheet;
  mayCheck: boolean;
  mayDecide: boolean;
  /** May ask the applicant to mend something. */
  mayAsk: boolean;
  actions: SheetActions;
  /** What the forms that decide carry; see `action()`. */
  token: string;
};

/** The checklist, the decision it leads to, and what was decided before. */
export function SheetReview({ sheet, mayCheck, mayDecide, mayAsk, actions, token }: Props) {
  const t = useTranslations("staff");
  const { checks, call } = sheet;
  const answered = checks.filter(({ answer }) => answer === "yes" || answer === "no").length;
  const rule = mayCheckRule(sheet, call);
  const open = mayCheck && rule.ok;
  return (
    <>
      <h2 id="requirements">
        {t("sheet.requirements")}{" "}
        <span className="h1-sub">{t("queue.checks", { answered, required: checks.length })}</span>
      </h2>
      <ActionForm action={actions.check} hidden={{ applicationId: sheet.id, callId: call.id }}>
        <ul className="reqs list-unstyled">
          {checks.map((check) => (
            <Requirement key={check.requirement} check={check} open={open} />
          ))}
        </ul>
        {checks.some(({ answer }) => answer === "ask") && (
          <p className="note note-warn mt-s small">{t("sheet.ask")}</p>
        )}
        {mayCheck && (
          <div className="rv-act">
            {rule.ok ? (
              <SubmitButton look="outline" pending={t("editor.saving")}>
                {t("sheet.saveChecks")}
              </SubmitButton>
            ) : (
              <p className="small soft">
                {rule.reason === "wrong_state"
                  ? t(
                      sheet.state === "integrationRequested"
                        ? "sheet.checksWait"
                        : "sheet.checksClosed",
                    )
                  : t(`refusals.${rule.reason}`)}
              </p>
            )}
          </div>
        )}
      </ActionForm>
      <SheetIntegration sheet={sheet} mayAsk={mayAsk} token={token} actions={actions} />
      {mayDecide && <SheetDecisions sheet={sheet} actions={actions} token={token} />}
      <SheetHistory sheet={sheet} />
    </>
  );
}

function Requirement({ check, open }: { check: SheetCheck; open: boolean }) {
  const t = useTranslations("review");
  const s = useTranslations("staff");
  const locale = useLocale();
  const { requirement, answer, note, by, at } = check;
  const name = t(`requirements.${requirement}`);
  const known = by && at ? s("sheet.checkedBy", { name: by, moment: staffMoment(at, locale) }) : "";
  return (
    <li>
      <div className="grow">
        <strong>{name}</strong>
        <p className="hint small">{known || t(`requirementHints.${requirement}`)}</p>
        {!open && note && <p className="small">{note}</p>}
      </div>
      {open ? (
        <Segmented
          legend={name}
          legendHidden
          name={`answer.${requirement}`}
          segments={CHECK_ANSWERS.map((value) => ({ value, label: t(`answers.${value}`) }))}
          {...(answer && { defaultValue: answer })}
        />
      ) : (
        <span className="nowrap">{answer ? t(`answers.${answer}`) : s("sheet.notChecked")}</span>
      )}
      {open && (
        <div className="req-note">
          <label className="visually-hidden" htmlFor={`note-${requirement}`}>
            {s("sheet.noteOn", { name })}
          </label>
          <input
            className="form-control"
            id={`note-${requirement}`}
            name={`note.${requirement}`}
            defaultValue={note}
            placeholder={s("sheet.note")}
          />
        </div>
      )}
    </li>
  );
}
