import { getTranslations } from "next-intl/server";
import { ApplicationFrame } from "@/components/applicant/application-frame";
import { PrivacyNotice } from "@/components/applicant/privacy-notice";
import { TickForm } from "@/components/applicant/tick-form";
import { ButtonLink } from "@/components/ui/button";
import { routes } from "@/lib/routes";
import { acknowledgePrivacyAction } from "../actions";
import { draftFor, frameProps, pageLocale, type StepPageProps, stepTitle } from "../frame-props";

export const generateMetadata = () => stepTitle("informativa", false);

export default async function PrivacyPage({ params }: StepPageProps) {
  const [{ id }, locale] = await Promise.all([params, pageLocale()]);
  const { ctx, draft } = await draftFor(id, "informativa");
  const t = await getTranslations("applications");
  const { procedure } = draft.call.content;
  return (
    <ApplicationFrame {...frameProps(draft, "informativa", ctx.now, locale)}>
      <PrivacyNotice
        body={draft.body.name}
        contact={draft.call.content.contacts.email || procedure.digitalDomicile}
        version={procedure.privacyNoticeVersion}
        fields={draft.assessment.fields}
        locale={locale}
      />
      {draft.facts.privacyAcknowledged ? (
        <>
          <p>{t("privacy.already")}</p>
          <ButtonLink href={routes.applicationStep(id, "dati-generali")}>{t("next")}</ButtonLink>
        </>
      ) : (
        <TickForm
          applicationId={id}
          name="acknowledged"
          label={t("privacy.acknowledge")}
          hint={t("privacy.notConsent")}
          needed={t("privacy.needed")}
          submit={t("next")}
          pending={t("save.saving")}
          action={acknowledgePrivacyAction}
        />
      )}
    </ApplicationFrame>
  );
}
