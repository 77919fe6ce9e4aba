import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { TrialForm } from "@/components/applicant/trial-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { PreviewShell } from "@/components/staff/preview-shell";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { TRIAL_WAYS } from "@/lib/applications/core/trial";
import { formToTry } from "@/lib/applications/queries/try-form";
import { env } from "@/lib/env";
import { routes } from "@/lib/routes";
import { tryFormAction } from "../../../../../../form-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const read = async (id: string) => {
  const [it, en] = await Promise.all([
    getTranslations({ locale: "it", namespace: "applications" }),
    getTranslations({ locale: "en", namespace: "applications" }),
  ]);
  const words = { it: it("trial.file"), en: en("trial.file") };
  return readAsStaff(routes.staffCallTrial(id), (ctx) => formToTry(ctx, id, words));
};

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("editor");
  const { title } = await read((await params).id);
  return { title: t("preview.formTitle", { title }), robots: { index: false } };
}

/** The form of a call as applicants will find it: to be filled in, judged, and stored nowhere. */
export default async function TrialPage({ params, searchParams }: Props) {
  const [t, locale, { id }] = await Promise.all([getTranslations("editor"), getLocale(), params]);
  const query = await searchParams;
  const form = await read(id);
  const asked = form.tracks.find((one) => TRIAL_WAYS[one] === [query.come].flat()[0]);
  const track = asked ?? form.tracks[0] ?? "citizen";
  return (
    <ClientMessages namespaces={["applications", "fields"]}>
      <PreviewShell callId={id} programme={env().PROGRAMME_NAME}>
        <div className="container ct-workbody pb-5">
          <h1>{form.title}</h1>
          {form.tracks.length > 1 && (
            <nav aria-label={t("preview.ways")}>
              <ul className="ct-actions list-unstyled">
                {form.tracks.map((one) => (
                  <li key={one}>
                    <Link
                      href={`${routes.staffCallTrial(id)}?come=${TRIAL_WAYS[one]}`}
                      aria-current={one === track ? "page" : undefined}
                    >
                      {t(`preview.track.${one}`)}
                    </Link>
                  </li>
                ))}
              </ul>
            </nav>
          )}
          {query.esito === "completo" && <Alert tone="done">{t("preview.sound")}</Alert>}
          <TrialForm
            key={track}
            callId={id}
            definition={form.definition}
            track={track}
            places={form.places}
            locale={locale === "en" ? "en" : "it"}
            action={tryFormAction}
          />
        </div>
      </PreviewShell>
    </ClientMessages>
  );
}
