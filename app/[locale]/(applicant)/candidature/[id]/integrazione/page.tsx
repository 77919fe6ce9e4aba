import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import type { Asked } from "@/components/applicant/answer-form";
import { IntegrationForm } from "@/components/applicant/integration-form";
import { IntegrationFrame } from "@/components/applicant/integration-frame";
import { integrationNotes } from "@/components/applicant/integration-notes";
import { IntegrationRest } from "@/components/applicant/integration-rest";
import { addressIn } from "@/lib/i18n/addresses";
import { pageTitle } from "@/lib/i18n/page-title";
import { routes } from "@/lib/routes";
import { saveIntegrationAction } from "../actions";
import { pageLocale, type StepPageProps } from "../frame-props";
import { rowsIn } from "../step-page";
import { integrationFor, integrationFrame } from "./integration-request";

export async function generateMetadata({ searchParams }: StepPageProps) {
  const { errori, rifiuto } = await searchParams;
  const t = await getTranslations("integration");
  return { title: await pageTitle(t("title"), Boolean(errori ?? rifiuto)) };
}

/** The questions that the office has opened, and nothing else; the rest can be read. */
export default async function IntegrationAnswers({ params, searchParams }: StepPageProps) {
  const [{ id }, query, locale] = await Promise.all([params, searchParams, pageLocale()]);
  const { ctx, found } = await integrationFor(id, routes.applicationIntegration(id));
  if (!found.mayPrepare.ok) redirect(addressIn(locale, routes.myApplication(id)));
  const t = await getTranslations("integration");
  const { questions, request } = found;
  const places = { all: found.municipalities, zone: found.zoneMunicipalities };
  const asked: Asked = { definition: questions.form, places };
  return (
    <IntegrationFrame {...integrationFrame(found, ctx.now, locale)} title={t("title")}>
      <IntegrationForm
        applicationId={id}
        track={found.application.track ?? "citizen"}
        asked={JSON.stringify(asked)}
        open={[...questions.open]}
        values={found.values}
        facts={{ page: ctx.newId(), ...found.opened }}
        errors={query.errori ? found.integrated.errors : {}}
        files={found.files}
        uploads={found.uploads}
        rows={rowsIn(query.righe)}
        locale={locale}
        refusal={query.rifiuto}
        action={saveIntegrationAction}
        notes={integrationNotes({ items: request.items, words: t("missing") })}
      />
      <IntegrationRest found={found} locale={locale} />
    </IntegrationFrame>
  );
}
