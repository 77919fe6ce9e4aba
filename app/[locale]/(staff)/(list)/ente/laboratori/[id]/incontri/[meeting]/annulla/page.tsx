import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/forms/submit-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { Callout } from "@/components/ui/callout";
import { Consequences } from "@/components/ui/consequences";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { cancelConsequences } from "@/components/workshops/cancel-consequences";
import { FormText } from "@/components/workshops/form-fields";
import { MeetingCrumb } from "@/components/workshops/series-head";
import { WorkshopForm } from "@/components/workshops/workshop-form";
import { NotFound } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";
import { cancelPreview, meetingSheet } from "@/lib/workshops/queries/meeting-sheet";
import { readAsStaff } from "../../../../../../../staff-request";
import { cancelMeetingAction } from "../../../../../../../workshop-actions";

type Props = { params: Promise<{ id: string; meeting: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("workshops");
  return { title: t("cancel.title") };
}

/** Calling a meeting off: whom it is told, what is left, why. */
export default async function CancelMeeting({ params }: Props) {
  const { id, meeting: meetingId } = await params;
  const t = await getTranslations("workshops");
  const forms = await getTranslations("workshopForms");
  const { sheet, preview } = await readAsStaff(
    routes.staffMeetingCancel(id, meetingId),
    async (ctx) => {
      const read = await meetingSheet(ctx, id, meetingId);
      if (!read.may.plan) throw new NotFound();
      return { sheet: read, preview: await cancelPreview(ctx, read) };
    },
  );
  const { meeting, series, mayCancel } = sheet;
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <MeetingCrumb series={series} />
      <StaffHead
        title={t("cancel.title")}
        text={t("meeting.title", { number: meeting.number, title: meeting.title })}
      />
      {mayCancel.ok ? (
        <Panel title={t("consequences")} className="switch">
          <Consequences
            label={t("consequences")}
            items={cancelConsequences(t, preview, series.threshold)}
          />
          <WorkshopForm
            action={cancelMeetingAction}
            hidden={{ meetingId: meeting.id, sequence: meeting.sequence }}
            className="mt-m"
          >
            <FormText name="reason" label={t("cancel.reason")} hint={t("change.reasonHint")} />
            <div className="row-flex">
              <SubmitButton look="danger" pending={t("cancel.pending")}>
                {preview.people > 0
                  ? t("cancel.submit", { people: preview.people })
                  : t("cancel.submitQuietly")}
              </SubmitButton>
              <Link href={routes.staffMeeting(series.id, meeting.id)}>{t("change.leave")}</Link>
            </div>
          </WorkshopForm>
        </Panel>
      ) : (
        <Callout tone="cotto">{forms(`refusals.${mayCancel.reason}`)}</Callout>
      )}
    </ClientMessages>
  );
}
