import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { type ActGiven, type ActKind, REOPENING_SCOPES } from "@/lib/calls/core/act-kinds";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import type { PlaceToReopen } from "@/lib/calls/queries/places-to-reopen";
import type { StaffActs } from "@/lib/calls/queries/staff-acts";
import { ActionForm, type FormAction } from "./action-form";
import { FormArea, FormRadio, FormText } from "./form-fields";
import { ReopenedPart } from "./reopened-part";

type Props = {
  action: FormAction;
  kind: ActKind;
  page: StaffActs;
  /** What was written before, or came with the address. */
  given: Partial<ActGiven>;
  today: string;
  /** Where those live whom a re-opening can be for. */
  places: readonly PlaceToReopen[];
  /** The fields of a rectification. */
  children: ReactNode;
};

/** The act, what it changes, and the way on: nothing is published here. */
export function ActForm(props: Props) {
  const { action, kind, page, given, today, children } = props;
  const t = useTranslations("acts");
  const fields = useTranslations("calls");
  const { call, prepared } = page;
  const texts = kind === "rectification" ? RECTIFIED : [];
  const labels = {
    actNumber: t("number"),
    actDate: t("date"),
    reason: t("reason"),
    closesOn: t("closesOn"),
    closesAtTime: t("closesAtTime"),
    scope: t("scope.label"),
    natures: t("only.natures"),
    towns: t("only.towns"),
    seats: t("only.seats"),
    until: t("until"),
    form: t("form.title"),
    ...Object.fromEntries(texts.map((name) => [name, fields(`field.${name}`)])),
  };
  return (
    <ActionForm
      action={action}
      labels={labels}
      className="mt-m"
      key={`${call.revision}:${prepared?.revision ?? 0}:${kind}`}
      hidden={{
        kind,
        callId: call.id,
        callRevision: call.revision,
        revision: prepared?.revision ?? 0,
      }}
    >
      <Panel title={t("theAct")}>
        <p className="soft">{t(`what.${kind}`)}</p>
        <div className="row-flex row-top">
          <FormText
            name="actNumber"
            label={t("number")}
            hint={t("numberHint")}
            stored={given.number}
          />
          <FormText
            name="actDate"
            type="date"
            label={t("date")}
            stored={given.actDate ?? today}
            width="m"
          />
        </div>
        <FormArea
          name="reason"
          label={t("reason")}
          hint={t("reasonHint")}
          stored={given.reason}
          rows={4}
          limit={2_000}
        />
      </Panel>
      {(kind === "extension" || kind === "reopening") && <NewEnd {...{ kind, page, given }} />}
      {kind === "reopening" && page.call.places !== null && (
        <ReopenedPart
          part={given.within ?? undefined}
          places={props.places}
          audiences={page.call.audiences}
        />
      )}
      {kind === "suspension" && (
        <Panel title={t("untilTitle")}>
          <FormText
            name="until"
            type="date"
            label={t("until")}
            hint={t("untilHint")}
            stored={given.until}
            width="m"
          />
        </Panel>
      )}
      {children}
      <div className="row-flex mt-m">
        <SubmitButton pending={t("checking")}>{t("goOn")}</SubmitButton>
      </div>
    </ActionForm>
  );
}

const RECTIFIED = [
  ...(["title", "summary", "places", "minimumAge", "description", "audience", "howTo"] as const),
  ...(["needed", "obtained", "conditions", "object", "office", "digitalDomicile"] as const),
  ...(["responsibleOfficer", "substituteHolder", "days", "privacyNoticeVersion"] as const),
  ...(["remedy", "noticeBoardLink", "phone", "email", "helpHours", "address"] as const),
];

function NewEnd({ kind, page, given }: Pick<Props, "kind" | "page" | "given">) {
  const t = useTranslations("acts");
  const locale = useLocale();
  const { closesAt, closesAtTime, audiences, places } = page.call;
  const scopes = REOPENING_SCOPES.filter(
    (scope) => scope === "all" || scope === "placesLeft" || audiences.includes(scope),
  );
  return (
    <Panel title={t("theEnd")}>
      {closesAt && (
        <p>
          {t("endNow", {
            moment: deadlineMoment(closesAt, closesAtTime ? "hour" : "endOfDay", locale),
          })}
        </p>
      )}
      <div className="row-flex row-top">
        <FormText
          name="closesOn"
          type="date"
          label={t("closesOn")}
          hint={t("closesOnHint")}
          stored={given.closesOn}
          width="m"
        />
        <FormText
          name="closesAtTime"
          type="time"
          label={t("closesAtTime")}
          hint={t("closesAtHint")}
          stored={given.closesAtTime ?? closesAtTime?.slice(0, 5)}
          width="s"
        />
      </div>
      {kind === "reopening" && (
        <FormRadio
          name="scope"
          label={t("scope.label")}
          hint={places === null ? t("scope.noPlaces") : t("scope.places", { places })}
          stored={given.scope ?? "all"}
          choices={scopes.map((value) => ({ value, label: t(`scope.${value}`) }))}
        />
      )}
    </Panel>
  );
}
