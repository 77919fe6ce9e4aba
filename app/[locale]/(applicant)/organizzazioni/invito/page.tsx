import { getTranslations } from "next-intl/server";
import { DeedForm } from "@/components/applicant/deed-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Link } from "@/components/ui/link";
import { signedIn } from "@/lib/auth/signed-in";
import { membershipInvitation } from "@/lib/people/queries/organisations";
import { routes } from "@/lib/routes";
import { acceptMembershipAction } from "../../area-personale/organizzazioni/actions";
import { PersonalShell } from "../../personal-shell";

type Props = { searchParams: Promise<{ chiave?: string }> };

export async function generateMetadata() {
  const t = await getTranslations("organisations");
  return { title: t("accept.title"), referrer: "no-referrer", robots: { index: false } };
}

/** An invitation to work for an organisation; it takes a sign-in and a button to accept it. */
export default async function MembershipInvitationPage({ searchParams }: Props) {
  const token = (await searchParams).chiave ?? "";
  const ctx = await signedIn(routes.membershipInvitation(token));
  const [found, t] = await Promise.all([
    membershipInvitation(ctx, token),
    getTranslations("organisations"),
  ]);
  return (
    <PersonalShell>
      <ClientMessages namespaces={["organisations", "applications", "fields"]}>
        <div className="container ct-workbody pb-5">
          <h1>{t("accept.title")}</h1>
          {found ? (
            <>
              <p className="ct-lead">
                {t("accept.text", { who: found.invitedBy, organisation: found.organisationName })}
              </p>
              <p>{t("accept.means")}</p>
              <DeedForm
                action={acceptMembershipAction}
                hidden={{ token }}
                submit={t("accept.submit")}
                pending={t("pending")}
              />
            </>
          ) : (
            <>
              <p className="ct-lead">{t("accept.gone")}</p>
              <p>
                <Link href={routes.organisations()}>{t("title")}</Link>
              </p>
            </>
          )}
        </div>
      </ClientMessages>
    </PersonalShell>
  );
}
