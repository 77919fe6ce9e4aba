import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswerAtDesk } from "@/components/applicant/answer-at-desk";
import { IntegrationChanges } from "@/components/applicant/integration-changes";
import { IntegrationFrame } from "@/components/applicant/integration-frame";
import { IntegrationSend } from "@/components/applicant/integration-send";
import { refusalWords } from "@/components/applicant/refusal-words";
import { SentByColleague } from "@/components/applicant/summary-parts";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { addressIn } from "@/lib/i18n/addresses";
import { pageTitle } from "@/lib/i18n/page-title";
import { receiptMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { pageLocale, type StepPageProps } from "../../frame-props";
import { integrationFor, integrationFrame } from "../integration-request";

export async function generateMetadata({ searchParams }: StepPageProps) {
  const t = await getTranslations("integration");
  return { title: await pageTitle(t("check"), Boolean((await searchParams).rifiuto)) };
}

/** What was sent beside what is about to be sent, and the sending. */
export default async function IntegrationSummary({ params, searchParams }: StepPageProps) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, pageLocale()]);
  const { ctx, found } = await integrationFor(id, routes.applicationIntegrationCheck(id));
  const { application, request, mayAnswer } = found;
  const t = await getTranslations("integration");
  const applications = await getTranslations("applications");
  // Sent from another window, or by somebody else: the application says so.
  if (request.state !== "open") redirect(addressIn(locale, routes.myApplication(id)));
  const reason = query.rifiuto ?? (mayAnswer.ok ? undefined : mayAnswer.reason);
  return (
    <IntegrationFrame {...integrationFrame(found, ctx.now, locale)} title={t("check")}>
      {reason && (
        <Callout tone="cotto">
          {refusalWords(applications, reason)}{" "}
          {query.alle &&
            applications("refusedAt", { moment: receiptMoment(new Date(query.alle), locale) })}
        </Callout>
      )}
      {found.changed.size === 0 && <Callout tone="amber">{t("nothingChanged")}</Callout>}
      <IntegrationChanges found={found} locale={locale} />
      {!mayAnswer.ok && found.mayPrepare.ok && (
        <ButtonLink href={`${routes.applicationIntegration(id)}?errori=1`} look="outline">
          {t("goBack")}
        </ButtonLink>
      )}
      {found.atDesk && !found.answersForIt && <AnswerAtDesk id={id} callId={application.callId} />}
      {mayAnswer.ok && !found.answersForIt && !found.atDesk && (
        <SentByColleague id={id} name={found.person.givenName} />
      )}
      {mayAnswer.ok && found.answersForIt && (
        <IntegrationSend
          applicationId={id}
          locale={locale}
          hidden={{
            key: ctx.newId(),
            content: found.content,
            token: formToken("integration", personOf(ctx.actor) ?? "", id),
          }}
        />
      )}
    </IntegrationFrame>
  );
}
