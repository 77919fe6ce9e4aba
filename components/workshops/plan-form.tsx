import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import type { Action } from "@/lib/actions";
import { blankMeeting } from "@/lib/workshops/core/plan-defaults";
import type { PlanPage } from "@/lib/workshops/queries/plan-page";
import { FormText, MoreMeetings, RestDayBox } from "./form-fields";
import { MeetingFields } from "./meeting-fields";
import { WorkshopForm } from "./workshop-form";

/** Blank meetings that can be filled in beside the ones that are proposed. */
const MORE = 4;
const MOST = 12;

/** A new cycle: proposed by what the call announced, changed as one likes. */
export function PlanForm({ page, action }: { page: PlanPage; action: Action }) {
  const t = useTranslations("workshops");
  const forms = useTranslations("workshopForms");
  const { meetings, threshold, verdict } = page;
  const more = Math.min(MORE, MOST - meetings.length);
  const blank = blankMeeting(meetings[0]?.capacity ?? 30);
  return (
    <WorkshopForm action={action} hidden={{ callIds: page.callId }}>
      <div className="ws-plan">
        <div className="ws-grid">
          <div className="wide">
            <FormText name="title" stored={page.title} label={t("plan.name")} autoComplete="off" />
          </div>
          <FormText
            name="threshold"
            stored={String(threshold)}
            label={t("plan.threshold")}
            inputMode="numeric"
            width="xs"
          />
        </div>
      </div>
      {meetings.map((meeting, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a meeting is its place in the list
        <fieldset className="ws-plan" key={at}>
          <legend>{t("card.number", { number: at + 1 })}</legend>
          <MeetingFields prefix={`meetings.${at}.`} stored={meeting} />
        </fieldset>
      ))}
      <MoreMeetings label={t("plan.more")} from={meetings.length + 1}>
        {Array.from({ length: more }, (_, at) => meetings.length + at).map((at) => (
          <fieldset className="ws-plan mt-m" key={at}>
            <legend>{t("card.number", { number: at + 1 })}</legend>
            <MeetingFields prefix={`meetings.${at}.`} stored={blank} />
          </fieldset>
        ))}
      </MoreMeetings>
      <p className="soft small mt-m">{t("plan.fewer")}</p>
      <RestDayBox label={t("plan.restDays")} />
      <div className="row-flex mt-m">
        {verdict.ok ? (
          <SubmitButton pending={t("plan.saving")}>{t("plan.submit")}</SubmitButton>
        ) : (
          <Button refusal={forms(`refusals.${verdict.reason}`)}>{t("plan.submit")}</Button>
        )}
        <span className="soft small">{t("plan.nobodyTold")}</span>
      </div>
    </WorkshopForm>
  );
}
