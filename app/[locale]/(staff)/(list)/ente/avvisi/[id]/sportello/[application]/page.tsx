import { randomUUID } from "node:crypto";
import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { ApplicationStatePill } from "@/components/staff/application-state";
import { CallHead } from "@/components/staff/call-head";
import { DeskDraft } from "@/components/staff/desk-draft";
import { DeskEntries } from "@/components/staff/desk-entries";
import { DeskRequestForm } from "@/components/staff/desk-request-form";
import { ButtonLink } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { deskEntryPage } from "@/lib/applications/queries/desk-entry-page";
import { deskPage, waysFor } from "@/lib/applications/queries/desk-page";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import {
  addAddressAction,
  answerAtDeskAction,
  changeAtDeskAction,
  giveUpDraftAction,
  withdrawAtDeskAction,
} from "../../../../../../desk-actions";
import { readAsStaff } from "../../../../../../staff-request";

type Props = {
  params: Promise<{ id: string; application: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

const ACTIONS = {
  indirizzo: addAddressAction,
  ritiro: withdrawAtDeskAction,
  modifica: changeAtDeskAction,
  integrazione: answerAtDeskAction,
} as const;
const WISHES = ["integrazione", "indirizzo", "modifica", "ritiro"] as const;

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("desk"))("entry.title") };
}

/** What the desk entered, how, and what the applicant may ask of it. */
export default async function DeskEntryPage({ params, searchParams }: Props) {
  const [{ id, application }, { cosa, fatto }, t, locale] = await Promise.all([
    params,
    searchParams,
    getTranslations("desk"),
    getLocale(),
  ]);
  const { call, desk, found } = await readAsStaff(
    routes.staffDeskEntry(id, application),
    async (ctx) => ({
      call: await staffCall(ctx, id),
      desk: await deskPage(ctx, id),
      found: await deskEntryPage(ctx, id, application),
    }),
  );
  const { state } = found.application;
  const draft = state === "draft";
  const open = WISHES.filter((wish) => found.wishes.includes(wish));
  const wish = open.find((one) => one === cosa);
  const done = (["indirizzo", "ritiro", "integrazione"] as const).find((one) => one === fatto);
  return (
    <ClientMessages namespaces={["staff", "desk"]}>
      <CallHead
        call={call}
        here="applications"
        title={found.name}
        text={t(
          found.left
            ? "entry.left"
            : draft
              ? "entry.draft"
              : found.taken
                ? "entry.taken"
                : "entry.notTaken",
        )}
        actions={<ApplicationStatePill state={state} />}
      />
      {done && <Alert tone="done">{t(`entry.done.${done}`)}</Alert>}
      <DeskEntries found={found} locale={locale === "en" ? "en" : "it"} />
      {open.length > 0 && !wish && (
        <p className="row-flex mt-m">
          {open.map((one) => (
            <ButtonLink
              key={one}
              look="outline"
              href={routes.staffDeskRequest(id, application, one)}
            >
              {t(`wish.${one}`)}
            </ButtonLink>
          ))}
        </p>
      )}
      {draft && (
        <DeskDraft
          applicationId={application}
          leaving={cosa === "rinuncia"}
          leave={routes.staffDeskRequest(id, application, "rinuncia")}
          giveUp={giveUpDraftAction}
        />
      )}
      {wish && (
        <DeskRequestForm
          key={wish}
          wish={wish}
          hidden={{ key: randomUUID(), applicationId: application }}
          ways={waysFor(wish, desk.ways)}
          over={desk.over && wish !== "integrazione"}
          privacyVersion={desk.privacyVersion}
          action={ACTIONS[wish]}
        />
      )}
    </ClientMessages>
  );
}
