import { getTranslations } from "next-intl/server";
import { DeedForm } from "@/components/applicant/deed-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Link } from "@/components/ui/link";
import { claimableApplication } from "@/lib/applications/queries/claimable-application";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { signedIn } from "@/lib/auth/signed-in";
import { routes } from "@/lib/routes";
import { PersonalShell } from "../../../personal-shell";
import type { StepPageProps } from "../frame-props";
import { claimAction } from "./actions";

export async function generateMetadata() {
  return { title: (await getTranslations("desk"))("claim.title"), robots: { index: false } };
}

/** For who was helped by the desk: signing in proves the mailbox, a button takes the application. */
export default async function ClaimPage({ params }: StepPageProps) {
  const { id } = await params;
  const ctx = await signedIn(routes.claimApplication(id));
  const [found, t] = await Promise.all([claimableApplication(ctx, id), getTranslations("desk")]);
  return (
    <PersonalShell>
      <ClientMessages namespaces={["organisations", "applications", "fields"]}>
        <div className="container ct-workbody pb-5">
          <h1>{t("claim.title")}</h1>
          {found ? (
            <>
              <p className="ct-lead">
                {t("claim.text", {
                  body: found.bodyName,
                  call: found.callTitle,
                  name: found.applicantName,
                })}
              </p>
              <p>{t("claim.means", { code: found.code })}</p>
              <DeedForm
                action={claimAction}
                hidden={{
                  applicationId: id,
                  _token: formToken("claim", personOf(ctx.actor) ?? "", id),
                }}
                submit={t("claim.submit")}
                pending={t("starting")}
              />
            </>
          ) : (
            <>
              <p className="ct-lead">{t("claim.gone")}</p>
              <p>
                <Link href={routes.myApplications()}>{t("claim.mine")}</Link>
              </p>
            </>
          )}
        </div>
      </ClientMessages>
    </PersonalShell>
  );
}
