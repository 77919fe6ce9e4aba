import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { ChangeConsequences } from "@/components/workshops/change-consequences";
import { FormText } from "@/components/workshops/form-fields";
import { MeetingFields } from "@/components/workshops/meeting-fields";
import { PreviewForm } from "@/components/workshops/preview-form";
import { MeetingCrumb } from "@/components/workshops/series-head";
import { addressIn } from "@/lib/i18n/addresses";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../../../staff-request";
import { changeMeetingAction } from "../../../../../../../workshop-actions";
import { readChange } from "../../../../../../../workshop-change";

type Props = {
  params: Promise<{ id: string; meeting: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

async function read({ params, searchParams }: Props) {
  const { id, meeting } = await params;
  const query = await searchParams;
  return readAsStaff(routes.staffMeetingChange(id, meeting), (ctx) =>
    readChange(ctx, id, meeting, query),
  );
}

export async function generateMetadata(props: Props): Promise<Metadata> {
  const t = await getTranslations("workshops");
  const { wrong, sheet } = await read(props);
  const title = t("change.title", { number: sheet.meeting.number });
  return { title: await pageTitle(title, Object.keys(wrong).length > 0) };
}

/** Room, time, mode and places in one act: first what it does, then the doing. */
export default async function ChangeMeeting(props: Props) {
  const t = await getTranslations("workshops");
  const forms = await getTranslations("workshopForms");
  const { sheet, stored, reason, wrong, input, preview } = await read(props);
  const { meeting, series, mayChange } = sheet;
  const page = addressIn(await getLocale(), routes.staffMeetingChange(series.id, meeting.id));
  return (
    <ClientMessages namespaces={["workshopForms"]}>
      <MeetingCrumb series={series} />
      <StaffHead
        title={t("change.title", { number: meeting.number })}
        text={t("change.text", { title: meeting.title })}
      />
      {!mayChange.ok && <Callout tone="cotto">{forms(`refusals.${mayChange.reason}`)}</Callout>}
      <div className="stack mt-m">
        {input && preview && (
          <ChangeConsequences
            sheet={sheet}
            input={input}
            reason={reason}
            preview={preview}
            action={changeMeetingAction}
          />
        )}
        {mayChange.ok && (
          <Panel title={t("change.becomes")}>
            <PreviewForm page={page} wrong={wrong}>
              <MeetingFields prefix="" stored={stored} />
              <FormText
                name="reason"
                stored={reason}
                label={t("change.reason")}
                hint={t("change.reasonHint")}
                optional
              />
              <Button look={input ? "outline" : "primary"} name="anteprima" value="si">
                {t("change.preview")}
              </Button>
            </PreviewForm>
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}
