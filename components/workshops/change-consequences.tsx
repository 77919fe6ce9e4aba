import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { type Consequence, Consequences } from "@/components/ui/consequences";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { Action } from "@/lib/actions";
import { isRestDay } from "@/lib/kernel/holidays";
import { routes } from "@/lib/routes";
import type { ChangePreview, MeetingSheet } from "@/lib/workshops/queries/meeting-sheet";
import type { MeetingInput } from "@/lib/workshops/schema";
import { WorkshopForm } from "./workshop-form";

type Props = {
  sheet: MeetingSheet;
  input: MeetingInput;
  reason: string;
  preview: ChangePreview;
  action: Action;
};

/** What a change does, counted, and the button that does it. */
export function ChangeConsequences({ sheet, input, reason, preview, action }: Props) {
  const t = useTranslations("workshops");
  const { meeting, series } = sheet;
  const items = useConsequences(sheet, input, preview);
  if (preview.changed.length === 0) {
    return (
      <Panel title={t("consequences")}>
        <p>{t("change.nothing")}</p>
      </Panel>
    );
  }
  return (
    <Panel
      title={t("consequences")}
      aside={<span className="soft">{t("change.unconfirmed")}</span>}
      className="switch"
    >
      <Consequences label={t("consequences")} items={items} />
      <WorkshopForm
        action={action}
        hidden={{
          meetingId: meeting.id,
          sequence: meeting.sequence,
          reason,
          ...Object.fromEntries(
            Object.entries(input).map(([name, value]) => [`meeting.${name}`, value]),
          ),
        }}
        className="mt-m"
      >
        <div className="row-flex">
          <SubmitButton pending={t("change.pending")}>
            {preview.people > 0
              ? t("change.submit", { people: preview.people })
              : t("change.submitQuietly")}
          </SubmitButton>
          <Link href={routes.staffSeries(series.id)}>{t("change.leave")}</Link>
        </div>
      </WorkshopForm>
    </Panel>
  );
}

function useConsequences(
  sheet: MeetingSheet,
  input: MeetingInput,
  preview: ChangePreview,
): Consequence[] {
  const t = useTranslations("workshops");
  const { meeting } = sheet;
  const changed = preview.changed.map((fact) => t(`fact.${fact}`)).join(", ");
  const items: Consequence[] = [
    { key: "what", icon: "pencil", text: t("change.what", { changed }) },
  ];
  if (preview.notice) {
    items.push(
      { key: "mails", icon: "mail-s", text: t("change.mails", { mails: preview.mails }) },
      {
        key: "calendar",
        icon: "calendar-s",
        text: t("change.calendar", { version: meeting.sequence + 2 }),
      },
    );
  } else if (meeting.state === "convened") {
    items.push({ key: "quiet", icon: "mail-s", text: t("change.noMail") });
  } else {
    items.push({ key: "quiet", icon: "mail-s", text: t("change.notConvened") });
  }
  if (preview.toPhone.length > 0) {
    const { toPhone } = preview;
    const text = t("toPhone", { count: toPhone.length, names: toPhone.join(", ") });
    items.push({ key: "phone", icon: "phone-s", text, warn: true });
  }
  if (meeting.capacity !== input.capacity) {
    const text = t("change.capacity", { before: meeting.capacity, after: input.capacity });
    items.push({ key: "capacity", icon: "group", text });
  }
  if (preview.offers > 0) {
    items.push({ key: "offers", icon: "up", text: t("change.offers", { count: preview.offers }) });
  }
  if (meeting.mode !== "online" && input.mode === "online") {
    items.push({ key: "room", icon: "warn", text: t("change.room"), warn: true });
  }
  if (isRestDay(input.on)) {
    items.push({ key: "rest", icon: "warn", text: t("change.restDay"), warn: true });
  }
  return items;
}
