import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ApplicationStatePill } from "@/components/staff/application-state";
import { ArrivalMark } from "@/components/staff/arrival-mark";
import { SheetAnswers } from "@/components/staff/sheet-answers";
import { SheetFiles } from "@/components/staff/sheet-files";
import { SheetReview } from "@/components/staff/sheet-review";
import { StaffWork } from "@/components/staff/staff-frames";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { reviewPolicy } from "@/lib/review/policy";
import { applicationSheet } from "@/lib/review/queries/application-sheet";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import {
  decideAdmissibilityAction,
  decideAdmissionAction,
  recordChecksAction,
  reopenDecisionAction,
} from "../../../../../../review-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = {
  params: Promise<{ id: string; application: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = ({ id, application }: { id: string; application: string }) =>
  readAsStaff(routes.staffApplication(id, application), async (ctx) => {
    const sheet = await applicationSheet(ctx, id, application);
    return {
      sheet,
      frame: await staffFrame(ctx),
      mayCheck: reviewPolicy.can(ctx.actor, "review.check", sheet.call),
      token: formToken("decide", personOf(ctx.actor) ?? "", sheet.id),
      mayDecide: reviewPolicy.can(ctx.actor, "review.decide", sheet.call),
    };
  });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { sheet } = await read(await params);
  return { title: t("sheet.title", { code: sheet.code }), robots: { index: false } };
}

/** Answers, attachments and checklist side by side: nothing to open or close. */
export default async function SheetPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { sheet, frame, token, mayCheck, mayDecide } = await read(await params);
  const { fatto } = await searchParams;
  const { call, previous, next } = sheet;
  return (
    <ClientMessages namespaces={["staff", "review"]}>
      <StaffWork
        frame={frame}
        back={{
          href: `${routes.staffApplications(call.id)}?stato=da-controllare`,
          label: t("queueViews.da-controllare"),
        }}
        title={
          <>
            {sheet.applicant}{" "}
            <span className="h1-sub">
              {t("sheet.sub", { track: t(`tracks.${sheet.track}`), code: sheet.code })}
            </span>
          </>
        }
        state={
          <>
            <ApplicationStatePill state={sheet.state} />
            <ArrivalMark arrival={sheet.arrival} />
          </>
        }
        actions={
          <>
            {previous && (
              <ButtonLink href={routes.staffApplication(call.id, previous)} look="outline" small>
                {t("sheet.previous")}
              </ButtonLink>
            )}
            {next && (
              <ButtonLink href={routes.staffApplication(call.id, next)} look="outline" small>
                {t("sheet.next")}
              </ButtonLink>
            )}
          </>
        }
        columns={sheet.files.length > 0 ? "rv" : "rv rv-two"}
      >
        <SheetAnswers sheet={sheet} />
        {sheet.files.length > 0 && <SheetFiles files={sheet.files} />}
        <div className="rv-sheet">
          {fatto && <Alert tone="done">{t("sheet.saved")}</Alert>}
          <SheetReview
            sheet={sheet}
            mayCheck={mayCheck}
            mayDecide={mayDecide}
            token={token}
            actions={{
              check: recordChecksAction,
              admissibility: decideAdmissibilityAction,
              admission: decideAdmissionAction,
              reopen: reopenDecisionAction,
            }}
          />
        </div>
      </StaffWork>
    </ClientMessages>
  );
}
