import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { OfficeMail } from "@/components/staff/office-mail";
import { WaitingTable } from "@/components/staff/waiting-threads";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { MoreLink } from "@/components/ui/more-link";
import { wantsOfficeMail } from "@/lib/applications/queries/office-mail";
import { waitingThreads } from "@/lib/applications/queries/waiting-threads";
import { isUuid } from "@/lib/kernel/ids";
import { routes } from "@/lib/routes";
import { officeMailAction } from "../../../review-actions";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const PAGE = 50;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("thread"))("desk.title") };
}

/** The applications in which somebody waits for an answer of the office. */
export default async function MessagesPage({ searchParams }: Props) {
  const [query, t] = await Promise.all([searchParams, getTranslations("thread")]);
  const one = (name: string) => [query[name]].flat()[0];
  const callId = isUuid(one("avviso") ?? "") ? one("avviso") : undefined;
  const after = one("dopo");
  const [{ threads, next }, wantsMail] = await readAsStaff(routes.staffMessages(), (ctx) =>
    Promise.all([waitingThreads(ctx, { callId, after, limit: PAGE }), wantsOfficeMail(ctx)]),
  );
  const address = (dopo: string) =>
    `${routes.staffMessages()}?${new URLSearchParams({ ...(callId && { avviso: callId }), dopo })}`;
  return (
    <ClientMessages namespaces={["staff"]}>
      <StaffHead title={t("desk.title")} text={t("desk.text")} />
      {one("fatto") === "posta" && <Alert tone="done">{t("mail.saved")}</Alert>}
      {threads.length === 0 ? (
        <EmptyState title={t("desk.none")} text={t("desk.noneText")}>
          {(callId || after) && (
            <ButtonLink href={routes.staffMessages()} look="outline">
              {t("desk.every")}
            </ButtonLink>
          )}
        </EmptyState>
      ) : (
        <>
          <WaitingTable threads={threads} />
          <p className="mt-s">
            {callId && <MoreLink href={routes.staffMessages()}>{t("desk.every")}</MoreLink>}{" "}
            {next && <MoreLink href={address(next)}>{t("desk.next")}</MoreLink>}
          </p>
        </>
      )}
      {wantsMail !== undefined && <OfficeMail wanted={wantsMail} choose={officeMailAction} />}
    </ClientMessages>
  );
}
