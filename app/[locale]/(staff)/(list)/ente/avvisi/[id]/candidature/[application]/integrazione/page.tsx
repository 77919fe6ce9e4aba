import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { IntegrationDeskForm } from "@/components/staff/integration-desk-form";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { personOf } from "@/lib/auth/actor";
import { formToken } from "@/lib/auth/form-origin";
import { integrationDesk } from "@/lib/review/queries/integration-desk";
import { routes } from "@/lib/routes";
import { requestIntegrationAction } from "../../../../../../../review-actions";
import { readAsStaff } from "../../../../../../../staff-request";

type Props = { params: Promise<{ id: string; application: string }> };

const read = ({ id, application }: { id: string; application: string }) =>
  readAsStaff(routes.staffIntegration(id, application), async (ctx) => ({
    desk: await integrationDesk(ctx, id, application),
    token: formToken("decide", personOf(ctx.actor) ?? "", application),
  }));

export async function generateMetadata({ params }: Props): Promise<Metadata> {
  const t = await getTranslations("integration");
  const { desk } = await read(await params);
  return { title: t("desk.titleOf", { code: desk.code }), robots: { index: false } };
}

/** The officer chooses what the applicant may mend, says what is missing, and gives a term. */
export default async function IntegrationDeskPage({ params }: Props) {
  const t = await getTranslations("integration");
  const staff = await getTranslations("staff");
  const { desk, token } = await read(await params);
  return (
    <ClientMessages namespaces={["staff", "review", "integration"]}>
      <CallHead
        call={desk.call}
        here="review"
        title={t("desk.title")}
        text={t("desk.of", { applicant: desk.applicant, code: desk.code })}
        actions={
          <ButtonLink href={routes.staffApplication(desk.call.id, desk.id)} look="outline">
            {t("desk.backToSheet")}
          </ButtonLink>
        }
      />
      {desk.verdict.ok ? (
        <IntegrationDeskForm desk={desk} token={token} action={requestIntegrationAction} />
      ) : (
        <Callout tone="cotto">
          {desk.verdict.reason === "wrong_state"
            ? t("desk.wrongState")
            : staff(`refusals.${desk.verdict.reason}`)}
        </Callout>
      )}
    </ClientMessages>
  );
}
