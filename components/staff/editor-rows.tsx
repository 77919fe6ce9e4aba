import { useTranslations } from "next-intl";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { FormCell, FormText } from "./form-fields";

type Props = { call: CallEditor };

/** Rows of meetings without anything: one more can always be added. */
const EMPTY_ROWS = 2;

/** 4. The meetings that the call announces. */
export function MeetingFields({ call }: Props) {
  const t = useTranslations("staff");
  const empty = { on: "", from: "", to: "", title: "", where: "" };
  const rows = [...call.content.meetings, ...Array.from({ length: EMPTY_ROWS }, () => empty)];
  return (
    <>
      <p className="soft">{t("editor.meetings")}</p>
      {rows.map((meeting, row) => {
        const cell = (name: CellName, type: string, stored: string) => (
          <FormCell
            name={name}
            type={type}
            row={row}
            stored={stored}
            label={t(`editor.fields.${name}`)}
          />
        );
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
          <fieldset className="panel mt-s" key={row}>
            <legend>{t("editor.meeting", { number: row + 1 })}</legend>
            <div className="row-flex row-top">
              {cell("meetingOn", "date", meeting.on)}
              {cell("meetingFrom", "time", meeting.from)}
              {cell("meetingTo", "time", meeting.to)}
            </div>
            {cell("meetingTitle", "text", meeting.title)}
            {cell("meetingWhere", "text", meeting.where)}
          </fieldset>
        );
      })}
    </>
  );
}

type CellName = "meetingOn" | "meetingFrom" | "meetingTo" | "meetingTitle" | "meetingWhere";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 9. Whom one can ask, and when somebody answers. */
export function ContactFields({ call }: Props) {
  const t = useTranslations("staff");
  const { contacts } = call.content;
  return (
    <>
      {(["phone", "email", "address", "helpHours"] as const).map((name) => (
        <FormText
          key={name}
          name={name}
          label={t(`editor.fields.${name}`)}
          stored={contacts[name]}
        />
      ))}
      <fieldset className="panel desk-hours">
        <legend>{t("editor.desk")}</legend>
        <p className="small soft">{t("editor.deskHint")}</p>
        {WEEKDAYS.map((weekday) => {
          const hours = contacts.desk.find((one) => one.weekday === weekday);
          const day = t(`weekdays.${weekday}`);
          return (
            <div className="row-flex" key={weekday}>
              <span className="desk-day">{day}</span>
              {(["deskFrom", "deskTo"] as const).map((name) => (
                <FormCell
                  key={name}
                  name={name}
                  type="time"
                  row={weekday - 1}
                  stored={(name === "deskFrom" ? hours?.from : hours?.to) ?? ""}
                  label={t(`editor.${name}`, { day })}
                  labelHidden
                />
              ))}
            </div>
          );
        })}
      </fieldset>
    </>
  );
}
