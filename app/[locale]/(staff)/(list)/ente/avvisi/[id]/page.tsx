import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SubmitButton } from "@/components/forms/submit-button";
import { ClientMessages } from "@/components/layout/client-messages";
import { ActionForm } from "@/components/staff/action-form";
import { CallFacts } from "@/components/staff/call-facts";
import { Funnel } from "@/components/staff/call-funnels";
import { CallHead } from "@/components/staff/call-head";
import { ReviewStart } from "@/components/staff/review-start";
import { Button, ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { applicationPolicy } from "@/lib/applications/policy";
import { mayMove } from "@/lib/calls/core/rules";
import { callPolicy } from "@/lib/calls/policy";
import { waitingQuestions } from "@/lib/calls/queries/clarifications";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { type LeftBehind, leftBehind } from "@/lib/review/queries/left-behind";
import { type StaffCall, staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { startReviewAction, unpublishCallAction } from "../../../../call-actions";
import { readAsStaff } from "../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = (id: string) =>
  readAsStaff(routes.staffCall(id), async (ctx) => {
    const call = await staffCall(ctx, id);
    const mayEdit = callPolicy.can(ctx.actor, "call.edit", call);
    const review = mayMove(call, "startReview", ctx.now);
    return {
      call,
      mayEdit,
      mayAssist: applicationPolicy.can(ctx.actor, "application.assist", call),
      review,
      left: mayEdit && review.ok ? await leftBehind(ctx, id) : { drafts: 0, contests: 0 },
      waiting: await waitingQuestions(ctx, id),
    };
  });

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const { call } = await read((await params).id);
  return { title: call.title };
}

/** A call as a whole: its term, its numbers, and the next step. */
export default async function CallPage({ params, searchParams }: Props) {
  const t = await getTranslations("staff");
  const locale = await getLocale();
  const { call, ...more } = await read((await params).id);
  const { fatto } = await searchParams;
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={call}
        here="call"
        title={call.title}
        text={t(`callStatusText.${call.status}`)}
        actions={<Actions call={call} {...more} />}
      />
      {fatto === "pubblicato" && <Alert tone="done">{t("callPage.published")}</Alert>}
      {fatto === "annullato" && <Alert tone="done">{t("callPage.unpublished")}</Alert>}
      {call.status === "scheduled" && call.publishedAt && (
        <Alert>{t("callPage.scheduled", { moment: dateAndHour(call.publishedAt, locale) })}</Alert>
      )}
      {leavesAny(more.left) && (
        <ReviewStart callId={call.id} left={more.left} begin={startReviewAction} />
      )}
      <div className="st-cols c-2-1 mt-m">
        <CallFacts call={call} locale={locale} />
        {call.state !== "draft" && (
          <Panel title={t("callPage.numbers")}>
            <Funnel call={call} />
          </Panel>
        )}
      </div>
    </ClientMessages>
  );
}

const leavesAny = ({ drafts, contests }: LeftBehind) => drafts + contests > 0;

type ActionsProps = {
  call: StaffCall;
  mayEdit: boolean;
  mayAssist: boolean;
  review: ReturnType<typeof mayMove>;
  left: LeftBehind;
  /** Questions without an answer. */
  waiting: number;
};

async function Actions({ call, mayEdit, mayAssist, review, left, waiting }: ActionsProps) {
  const t = await getTranslations("staff");
  const asked = await getTranslations("clarifications");
  const copies = await getTranslations("copies");
  const desk = await getTranslations("desk");
  const copy = (
    <ButtonLink href={routes.staffCopyCall(call.id)} look="outline" icon="doc">
      {copies("copy")}
    </ButtonLink>
  );
  if (call.state === "draft") {
    return mayEdit ? (
      <>
        {copy}
        <ButtonLink href={routes.staffCallEdit(call.id)}>{t("callPage.edit")}</ButtonLink>
      </>
    ) : null;
  }
  if (call.status === "scheduled") {
    return mayEdit ? (
      <ActionForm action={unpublishCallAction} hidden={{ callId: call.id }}>
        <SubmitButton look="danger" pending={t("callPage.unpublishing")}>
          {t("callPage.unpublish")}
        </SubmitButton>
      </ActionForm>
    ) : null;
  }
  return (
    <>
      <ButtonLink href={routes.call(call.slug)} look="outline" icon="eye">
        {t("callPage.public")}
      </ButtonLink>
      {mayEdit && (
        <ButtonLink href={routes.staffCallEvidence(call.id)} look="outline" icon="clock">
          {t("callPage.evidence")}
        </ButtonLink>
      )}
      {mayAssist && (
        <ButtonLink href={routes.staffDesk(call.id)} look="outline" icon="user">
          {desk("title")}
        </ButtonLink>
      )}
      {mayEdit && copy}
      {mayEdit && call.state !== "archived" && (
        <ButtonLink href={routes.staffActs(call.id)} look="outline" icon="doc">
          {t("callPage.acts")}
        </ButtonLink>
      )}
      <ButtonLink href={routes.staffQuestions(call.id)} look="outline" icon="mail">
        {asked("title")}
        {waiting > 0 && `: ${asked("waiting", { count: waiting })}`}
      </ButtonLink>
      {leavesAny(left) && (
        <ButtonLink href={`${routes.staffCall(call.id)}#istruttoria`}>
          {t("callPage.start")}
        </ButtonLink>
      )}
      {mayEdit && call.state === "published" && !leavesAny(left) && (
        <ActionForm action={startReviewAction} hidden={{ callId: call.id }}>
          {review.ok ? (
            <SubmitButton pending={t("callPage.starting")}>{t("callPage.start")}</SubmitButton>
          ) : (
            <Button refusal={t(`refusals.${review.reason}`)}>{t("callPage.start")}</Button>
          )}
        </ActionForm>
      )}
    </>
  );
}
