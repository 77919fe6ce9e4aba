import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ActForm } from "@/components/staff/act-form";
import { CallHead } from "@/components/staff/call-head";
import { RectificationFields } from "@/components/staff/rectification-fields";
import { RectifiedDocuments } from "@/components/staff/rectified-documents";
import { RectifiedForm } from "@/components/staff/rectified-form";
import { Callout } from "@/components/ui/callout";
import { readActKind } from "@/lib/calls/core/act-kinds";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { callEditor } from "@/lib/calls/queries/call-editor";
import { placesToReopen } from "@/lib/calls/queries/places-to-reopen";
import { staffActs } from "@/lib/calls/queries/staff-acts";
import { romeDate } from "@/lib/kernel/rome-time";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { dropFormAction, prepareActAction, prepareFormAction } from "../../../../../../act-actions";
import { dropDocumentsAction } from "../../../../../../document-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("acts");
  return { title: t("new") };
}

/**
 * Writes an act: its number, day and reason, and what it changes. The address may bring a day, an
 * hour and a reason, from the register of outages for one.
 */
export default async function NewActPage({ params, searchParams }: Props) {
  const t = await getTranslations("acts");
  const locale = await getLocale();
  const { id } = await params;
  const asked = await searchParams;
  const one = (name: string) => [asked[name]].flat()[0] ?? "";
  const { head, page, editor, places, today } = await readAsStaff(
    routes.staffActs(id),
    async (ctx) => {
      const page = await staffActs(ctx, id);
      return {
        ...{ page, head: await staffCall(ctx, id), editor: await callEditor(ctx, id) },
        ...{ places: await placesToReopen(ctx, page.call.zoneId), today: romeDate(ctx.now) },
      };
    },
  );
  const { prepared } = page;
  const kind = readActKind(one("tipo")) ?? prepared?.kind ?? "rectification";
  const same = prepared?.kind === kind && !prepared.stale ? prepared.given : undefined;
  return (
    <ClientMessages namespaces={["staff"]}>
      <CallHead
        call={head}
        here="call"
        title={t(`newOf.${kind}`)}
        text={t("stands", {
          sentence: deadlineSentence(head.deadline, locale),
          received: head.counts.received,
          drafts: head.counts.drafts,
        })}
      />
      {prepared && (
        <Callout tone="amber">
          {t(prepared.stale ? "preparedStale" : "preparedBy", {
            kind: t(`kind.${prepared.kind}`),
            name: prepared.by,
            moment: dateAndHour(prepared.updatedAt, locale),
          })}
        </Callout>
      )}
      {kind === "rectification" && (
        <>
          <RectifiedForm page={page} prepare={prepareFormAction} drop={dropFormAction} />
          <RectifiedDocuments page={page} drop={dropDocumentsAction} />
        </>
      )}
      <ActForm
        action={prepareActAction}
        kind={kind}
        page={page}
        given={
          same ?? {
            closesOn: one("giorno"),
            reason: one("motivo"),
            ...(asked.ora !== undefined && { closesAtTime: one("ora") }),
          }
        }
        today={today}
        places={places}
      >
        {kind === "rectification" && (
          <RectificationFields call={{ ...editor, ...(same?.rectified ?? {}) }} />
        )}
      </ActForm>
    </ClientMessages>
  );
}
