import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ApplicationStatePill } from "@/components/staff/application-state";
import { ArrivalMark } from "@/components/staff/arrival-mark";
import { SheetAnswers } from "@/components/staff/sheet-answers";
import { SheetContests } from "@/components/staff/sheet-contests";
import { SheetFiles } from "@/components/staff/sheet-files";
import { SheetMessages } from "@/components/staff/sheet-messages";
import { SheetReview } from "@/components/staff/sheet-review";
import { StaffWork } from "@/components/staff/staff-frames";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { messageNumber } from "@/lib/applications/core/thread";
import { applicationPolicy } from "@/lib/applications/policy";
import { applicationThread } from "@/lib/applications/queries/application-thread";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import type { Ctx } from "@/lib/context";
import { pageTitle } from "@/lib/i18n/page-title";
import { reviewPolicy } from "@/lib/review/policy";
import { type ApplicationSheet, applicationSheet } from "@/lib/review/queries/application-sheet";
import { staffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import {
  cancelIntegrationAction,
  decideAdmissibilityAction,
  decideAdmissionAction,
  extendIntegrationAction,
  recordChecksAction,
  reopenDecisionAction,
  setAsideAction,
  settleThreadAction,
} from "../../../../../../review-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = {
  params: Promise<{ id: string; application: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

type Place = { id: string; application: string };

const read = ({ id, application }: Place, before?: string | string[]) =>
  readAsStaff(routes.staffApplication(id, application), async (ctx) => {
    const sheet = await applicationSheet(ctx, id, application);
    return {
      sheet,
      frame: await staffFrame(ctx),
      thread: await threadFor(ctx, sheet, messageNumber(before)),
      mayCheck: reviewPolicy.can(ctx.actor, "review.check", sheet.call),
      token: formToken("decide", personOf(ctx.actor) ?? "", sheet.id),
      mayAsk: reviewPolicy.can(ctx.actor, "integration.request", sheet.call),
      mayDecide: reviewPolicy.can(ctx.actor, "review.decide", sheet.call),
    };
  });

/** Those who judge do not share what the office and the applicant write each other. */
function threadFor(ctx: Ctx, { id, state, call }: ApplicationSheet, before: number | undefined) {
  const subject = { bodyId: call.bodyId, state, personId: "", organisationId: null };
  const shares = applicationPolicy.can(ctx.actor, "thread.view", subject);
  return shares ? applicationThread(ctx, id, before) : undefined;
}

export async function generateMetadata({ params, searchParams }: Props): Promise<Metadata> {
  const t = await getTranslations("staff");
  const { sheet } = await read(await params);
  const title = t("sheet.title", { code: sheet.code });
  const failed = Boolean((await searchParams).rifiuto);
  return { title: await pageTitle(title, failed), robots: { index: false } };
}

/** Answers, attachments and checklist side by side: nothing to open or close. */
export default async function SheetPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const { fatto, rifiuto, prima } = await searchParams;
  const { sheet, frame, thread, token, mayCheck, mayDecide, mayAsk } = await read(
    await params,
    prima,
  );
  const { call, previous, next } = sheet;
  return (
    <ClientMessages namespaces={["staff", "review", "integration"]}>
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
        {sheet.files.length > 0 && <SheetFiles sheet={sheet} />}
        <div className="rv-sheet">
          {fatto === "si" && <Alert tone="done">{t("sheet.saved")}</Alert>}
          {sheet.unreached && (
            <p className="note note-warn">
              {t(sheet.unreached.phone ? "unreached.phone" : "unreached.post", sheet.unreached)}
            </p>
          )}
          <SheetContests
            sheet={sheet}
            mayDecide={mayDecide}
            token={token}
            formKey={randomUUID()}
            setAside={setAsideAction}
          />
          <SheetReview
            sheet={sheet}
            mayCheck={mayCheck}
            mayDecide={mayDecide}
            mayAsk={mayAsk}
            token={token}
            actions={{
              check: recordChecksAction,
              admissibility: decideAdmissibilityAction,
              admission: decideAdmissionAction,
              reopen: reopenDecisionAction,
              extend: extendIntegrationAction,
              cancel: cancelIntegrationAction,
            }}
          />
          {thread && (
            <SheetMessages
              thread={thread}
              callId={call.id}
              unreached={sheet.unreached !== null}
              done={[fatto].flat()[0]}
              refusal={[rifiuto].flat()[0]}
              settle={settleThreadAction}
            />
          )}
        </div>
      </StaffWork>
    </ClientMessages>
  );
}
