import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { InvitationList, InviteMember } from "@/components/applicant/organisation-invitations";
import { OrganisationPeople } from "@/components/applicant/organisation-people";
import { ClientMessages } from "@/components/layout/client-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DoneAlert } from "@/components/ui/done-alert";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { signedIn } from "@/lib/auth/signed-in";
import { organisationPage } from "@/lib/people/queries/organisations";
import { routes } from "@/lib/routes";
import { pageLocale, type StepPageProps } from "../../../candidature/[id]/frame-props";
import { AreaMenu } from "../../area-menu";
import {
  endMembershipAction,
  handOverAction,
  inviteMemberAction,
  withdrawInvitationAction,
} from "../actions";

const DONE = ["invito", "ritirato", "rappresentanza", "tolto", "benvenuto"] as const;

export async function generateMetadata() {
  return { title: (await getTranslations("organisations"))("title") };
}

/** Who works for an organisation, by which right, and who was invited. */
export default async function OrganisationDetail({ params, searchParams }: StepPageProps) {
  const [{ id }, query, locale, t] = await Promise.all([
    params,
    searchParams,
    pageLocale(),
    getTranslations("organisations"),
  ]);
  const ctx = await signedIn(routes.organisation(id));
  const found = await orNotFound(organisationPage(ctx, id));
  const done = DONE.find((one) => one === query.fatto);
  const represents = found.role === "representative";
  return (
    <>
      <AreaMenu ctx={ctx} />
      <ClientMessages namespaces={["organisations", "applications", "fields"]}>
        <div className="container pb-5">
          <Breadcrumb
            items={[
              { label: t("home"), href: routes.home() },
              { label: t("title"), href: routes.organisations() },
              { label: found.name },
            ]}
          />
          <h1 className="pt-4">{found.name}</h1>
          <p className="ct-lead">{t(represents ? "youRepresent" : "youHelp")}</p>
          {done && <DoneAlert key={ctx.requestId}>{t(`done.${done}`)}</DoneAlert>}
          <OrganisationPeople
            found={found}
            locale={locale}
            token={formToken("organisation", personOf(ctx.actor) ?? "", id)}
            handOver={handOverAction}
            end={endMembershipAction}
          />
          {represents && (
            <>
              <InviteMember organisationId={id} action={inviteMemberAction} />
              <InvitationList found={found} locale={locale} action={withdrawInvitationAction} />
            </>
          )}
        </div>
      </ClientMessages>
    </>
  );
}
