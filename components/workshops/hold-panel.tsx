import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { Consequences } from "@/components/ui/consequences";
import { Panel } from "@/components/ui/panel";
import type { Action } from "@/lib/actions";
import type { MeetingSheet } from "@/lib/workshops/queries/meeting-sheet";
import { WorkshopForm } from "./workshop-form";

/** Closing a meeting: attendance is complete and counts from then on. */
export function HoldPanel({ sheet, action }: { sheet: MeetingSheet; action: Action }) {
  const t = useTranslations("workshops");
  const forms = useTranslations("workshopForms");
  const { meeting, people, mayHold } = sheet;
  const marked = people.filter((one) => one.attendance[meeting.id] !== undefined).length;
  const { present, presentByDelegate } = meeting.counts;
  const open = people.length - marked;
  return (
    <Panel title={t("hold.title")}>
      {mayHold.ok ? (
        <>
          <Consequences
            label={t("consequences")}
            items={[
              {
                key: "there",
                icon: "check-s",
                text: t("hold.there", { people: present + presentByDelegate }),
              },
              ...(open > 0
                ? [
                    {
                      key: "open",
                      icon: "warn" as const,
                      text: t("hold.unmarked", { people: open }),
                      warn: true,
                    },
                  ]
                : []),
            ]}
          />
          <WorkshopForm action={action} hidden={{ meetingId: meeting.id }} className="mt-m">
            <SubmitButton look="outline" pending={t("hold.pending")}>
              {t("hold.submit")}
            </SubmitButton>
          </WorkshopForm>
        </>
      ) : (
        <p className="mt-m">
          <Button look="outline" refusal={forms(`refusals.${mayHold.reason}`)}>
            {t("hold.submit")}
          </Button>
        </p>
      )}
    </Panel>
  );
}
