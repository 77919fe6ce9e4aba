import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { AnswersSummary } from "@/components/applicant/answers-summary";
import { ApplicationFrame } from "@/components/applicant/application-frame";
import { CodeInUse } from "@/components/applicant/code-in-use";
import { LateReason } from "@/components/applicant/late-reason";
import { refusalWords } from "@/components/applicant/refusal-words";
import { SendForm } from "@/components/applicant/send-form";
import {
  SentByColleague,
  SummaryAside,
  SummaryErrors,
  wrongAnswers,
} from "@/components/applicant/summary-parts";
import { UploadsNotice } from "@/components/applicant/uploads-notice";
import { Callout } from "@/components/ui/callout";
import { applicantOf } from "@/lib/applications/core/applicant";
import { pageOf } from "@/lib/applications/core/steps";
import { refusedForCode } from "@/lib/applications/queries/refused-for-code";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { visibleSections } from "@/lib/calls/core/form-visibility";
import { addressIn } from "@/lib/i18n/addresses";
import { receiptMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { draftFor, frameProps, pageLocale, type StepPageProps, stepTitle } from "../frame-props";

/** Said where it is mended. */
const SAID_BELOW = new Set(["declaration_missing", "late_reason_missing"]);

export async function generateMetadata({ searchParams }: StepPageProps) {
  return stepTitle("riepilogo", Boolean((await searchParams).rifiuto));
}

export default async function SummaryPage({ params, searchParams }: StepPageProps) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, pageLocale()]);
  const { ctx, draft } = await draftFor(id, "riepilogo");
  const { application, definition, values, assessment, maySubmit } = draft;
  if (application.submittedAt) redirect(addressIn(locale, routes.applicationSent(id)));
  const t = await getTranslations("applications");
  const track = application.track ?? "citizen";
  const sections = visibleSections(definition, track, values);
  const name = applicantOf(track, assessment.fields, assessment.flat, draft.person.givenName).name;
  const reason = query.rifiuto ?? (maySubmit.ok ? undefined : maySubmit.reason);
  const refusedAt = reason === "deadline_passed" ? await refusedForCode(ctx, draft) : undefined;
  const listed = reason === "incomplete" && wrongAnswers(draft, sections).length > 0;
  const saidBelow = listed || SAID_BELOW.has(reason ?? "");
  return (
    <ApplicationFrame
      {...frameProps(draft, "riepilogo", ctx.now, locale)}
      aside={<SummaryAside over={draft.isOver} />}
    >
      {reason && !saidBelow && (
        <Callout tone="cotto">
          {refusalWords(t, reason)}{" "}
          {query.alle && t("refusedAt", { moment: receiptMoment(new Date(query.alle), locale) })}
          {(reason === "code_in_use" || refusedAt) && (
            <CodeInUse draft={draft} locale={locale} refusedAt={refusedAt} />
          )}
        </Callout>
      )}
      <SummaryErrors id={id} draft={draft} sections={sections} locale={locale} />
      <UploadsNotice id={id} uploads={draft.uploads} files={draft.attachments} />
      <Callout tone="amber" icon="info-circle">
        {t("summary.warning")} <strong>{t("summary.check")}</strong>
      </Callout>
      <AnswersSummary
        sections={sections.filter((section) => section.step !== "declarations")}
        values={values}
        files={draft.attachments}
        municipalities={new Map(draft.municipalities.map((one) => [one.value, one.label]))}
        locale={locale}
        {...(draft.mayEdit.ok
          ? { editHref: (section) => routes.applicationStep(id, pageOf(section.step)) }
          : {})}
      />
      {maySubmit.ok && !draft.answersForIt && (
        <SentByColleague id={id} name={draft.person.givenName} />
      )}
      {maySubmit.ok && draft.asksLateReason && (
        <LateReason
          form="invio"
          {...(reason === "late_reason_missing" && { error: refusalWords(t, reason) })}
        />
      )}
      {maySubmit.ok && draft.answersForIt && (
        <SendForm
          applicationId={id}
          locale={locale}
          sections={sections.filter((section) => section.step === "declarations")}
          ticked={query.si?.split(",") ?? []}
          attempted={query.rifiuto === "declaration_missing"}
          hidden={{
            key: ctx.newId(),
            content: draft.content,
            version: draft.call.textVersion,
            token: formToken("submit", personOf(ctx.actor) ?? "", id),
          }}
          body={draft.body.name}
          applicant={name}
        />
      )}
    </ApplicationFrame>
  );
}
