import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { AuthPage } from "@/components/auth/auth-page";
import { DemonstrationStaff } from "@/components/auth/demonstration-staff";
import { StaffForm } from "@/components/auth/staff-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { Alert } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { ownPath } from "@/lib/auth/core/return-to";
import { demonstrationSignIns } from "@/lib/auth/demonstration";
import { requestContext } from "@/lib/auth/request-context";
import { routes } from "@/lib/routes";
import { staffSignIn } from "../actions";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("staff.title"), robots: { index: false } };
}

/** Staff: password and one-time code. */
export default async function StaffSignInPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const { ritorno, fatto } = await searchParams;
  const demonstration = demonstrationSignIns(await requestContext("public"));
  return (
    <AuthPage
      title={t("staff.title")}
      lead={t("staff.lead")}
      aside={demonstration && <DemonstrationStaff {...demonstration} />}
    >
      {fatto === "invito" && <Alert tone="done">{t("invitation.done")}</Alert>}
      <Panel>
        <ClientMessages namespaces={["auth"]}>
          <StaffForm action={staffSignIn} returnTo={ownPath(ritorno)} />
        </ClientMessages>
      </Panel>
      <p>{t("staff.lost")}</p>
      <p>
        <Link href={routes.signIn()}>{t("staff.back")}</Link>
      </p>
    </AuthPage>
  );
}
