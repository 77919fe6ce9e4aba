import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { DeedForm } from "@/components/applicant/deed-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { applicationPeople } from "@/lib/applications/queries/application-people";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { signedIn } from "@/lib/auth/signed-in";
import { routes } from "@/lib/routes";
import { PersonalShell } from "../../../personal-shell";
import type { StepPageProps } from "../frame-props";
import { shareAction, takeOverAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("organisations"))("people") };
}

/** Who answers for an application, who works on it, and how others come to it. */
export default async function ApplicationPeoplePage({ params }: StepPageProps) {
  const [{ id }, t] = await Promise.all([params, getTranslations("organisations")]);
  const ctx = await signedIn(routes.applicationPeople(id));
  const found = await orNotFound(applicationPeople(ctx, id));
  const { holder, organisation } = found;
  return (
    <PersonalShell>
      <ClientMessages namespaces={["organisations", "applications", "fields"]}>
        <div className="container ct-workbody pb-5">
          <h1>{t("people")}</h1>
          <p className="ct-lead">{found.callTitle}</p>
          <Panel title={t("holder.title")} className="p-4 mb-4">
            <p>{holder.self ? t("holder.self") : t("holder.other", { name: holder.name })}</p>
            {found.mayTakeOver && (
              <DeedForm
                action={takeOverAction}
                hidden={{
                  applicationId: id,
                  _token: formToken("organisation", personOf(ctx.actor) ?? "", id),
                }}
                submit={t("holder.take")}
                pending={t("pending")}
                look="outline"
              >
                <p>{t("holder.takeText")}</p>
              </DeedForm>
            )}
          </Panel>
          {organisation && (
            <Panel title={organisation.name} className="p-4 mb-4">
              <ul>
                {organisation.people.map((one) => (
                  <li key={one.id}>
                    {one.self ? t("you", { name: one.name }) : one.name}, {t(`role.${one.role}`)}
                  </li>
                ))}
              </ul>
              <Link href={routes.organisation(organisation.id)}>{t("manage")}</Link>
            </Panel>
          )}
          {found.mayShare && (
            <Panel title={t("share.title")} className="p-4 mb-4">
              <p>{t("share.text")}</p>
              <DeedForm
                action={shareAction}
                hidden={{ applicationId: id }}
                submit={t("share.submit")}
                pending={t("pending")}
              />
            </Panel>
          )}
          <ButtonLink
            look="link"
            icon="arrow-left"
            href={
              found.isDraft ? routes.applicationStep(id, "riepilogo") : routes.myApplication(id)
            }
          >
            {t("back")}
          </ButtonLink>
        </div>
      </ClientMessages>
    </PersonalShell>
  );
}
