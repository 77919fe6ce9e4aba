import { useTranslations } from "next-intl";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { EditorRowList } from "./editor-row-list";
import { FormCell, FormText } from "./form-fields";

type Props = { call: CallEditor };

const NO_MEETING = { on: "", from: "", to: "", title: "", where: "" };

/** 4. The meetings that the call announces. */
export function MeetingFields({ call }: Props) {
  const t = useTranslations("staff");
  return (
    <>
      <p className="soft">{t("editor.meetings")}</p>
      <EditorRowList
        rows={call.content.meetings}
        empty={NO_MEETING}
        titleOf={(number) => t("editor.meeting", { number })}
        className="panel mt-s"
      >
        {(meeting, row) => {
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
            <>
              <div className="row-flex row-top">
                {cell("meetingOn", "date", meeting.on)}
                {cell("meetingFrom", "time", meeting.from)}
                {cell("meetingTo", "time", meeting.to)}
              </div>
              {cell("meetingTitle", "text", meeting.title)}
              {cell("meetingWhere", "text", meeting.where)}
            </>
          );
        }}
      </EditorRowList>
    </>
  );
}

type CellName = "meetingOn" | "meetingFrom" | "meetingTo" | "meetingTitle" | "meetingWhere";

const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7] as const;

/** 10. Whom one can ask, and when somebody answers. */
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
