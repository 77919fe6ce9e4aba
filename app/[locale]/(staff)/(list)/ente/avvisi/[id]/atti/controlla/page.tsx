import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ActCheck } from "@/components/staff/act-check";
import { ActLetters } from "@/components/staff/act-letters";
import { ActRecipients } from "@/components/staff/act-recipients";
import { CallHead } from "@/components/staff/call-head";
import { concernedBy, placesTaken } from "@/lib/applications/queries/act-recipients";
import { actLetters } from "@/lib/calls/queries/act-letters";
import { actToCheck } from "@/lib/calls/queries/staff-acts";
import { addressIn } from "@/lib/i18n/addresses";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { subscribersForCall } from "@/lib/subscriptions/queries/subscribers";
import { dropActAction, publishActAction } from "../../../../../../act-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("acts");
  return { title: t("check") };
}

/** An act as it will be published: what changes, who is told what, and the button. */
export default async function CheckActPage({ params }: Props) {
  const t = await getTranslations("acts");
  const { id } = await params;
  const locale = await getLocale();
  const { head, act, concerned, subscribers, now } = await readAsStaff(
    routes.staffPreparedAct(id),
    async (ctx) => ({
      head: await staffCall(ctx, id),
      act: await actToCheck(ctx, id, placesTaken),
      concerned: await concernedBy(ctx, id),
      subscribers: await subscribersForCall.count(ctx, id),
      now: ctx.now,
    }),
  );
  if (!act) redirect(addressIn(locale, routes.staffActs(id)));
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={head}
        here="call"
        title={t("checkOf", { kind: t(`kind.${act.prepared.kind}`) })}
        text={t("checkLead")}
      />
      <div className="st-cols c-2-1 mt-m">
        <ActCheck act={act} now={now} />
        <ActRecipients
          act={act}
          concerned={concerned}
          subscribers={subscribers}
          publish={publishActAction}
          drop={dropActAction}
        >
          <ActLetters samples={actLetters(act, head.body, now, locale)} />
        </ActRecipients>
      </div>
    </ClientMessages>
  );
}
