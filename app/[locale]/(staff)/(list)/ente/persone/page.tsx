import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { StaffHead } from "@/components/layout/staff-page";
import { InviteForm } from "@/components/staff/invite-form";
import { PeopleTable } from "@/components/staff/people-table";
import { PersonPanel } from "@/components/staff/person-panel";
import { Callout } from "@/components/ui/callout";
import { personOf } from "@/lib/auth/actor";
import { administeredBodies } from "@/lib/people/queries/accounts";
import { routes } from "@/lib/routes";
import {
  createStaffMemberAction,
  endStaffRoleAction,
  renewSignInAction,
} from "../../../people-actions";
import { readAsStaff } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

const DONE = ["invito", "ruoli", "fine", "nuovo-invito"] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("people");
  return { title: t("title") };
}

/** The staff of the bodies that one administers: who works there, as what, and whether they can sign in. */
export default async function PeoplePage({ searchParams }: Props) {
  const t = await getTranslations("people");
  const { ente, persona, fatto } = await searchParams;
  const { bodies, me, now } = await readAsStaff(routes.staffPeople(), async (ctx) => ({
    bodies: await administeredBodies(ctx),
    me: personOf(ctx.actor),
    now: ctx.now,
  }));
  const body = bodies.find(({ id }) => id === ente);
  const chosen = body?.staff.find(({ personId }) => personId === persona);
  if (persona !== undefined && !chosen) notFound();
  const done = DONE.find((one) => one === fatto);
  return (
    <ClientMessages namespaces={["staff"]}>
      <StaffHead title={t("title")} text={t("text")} />
      {done && (
        <Callout tone="done">
          <p role="status">{t(`done.${done}`)}</p>
        </Callout>
      )}
      <div className="st-cols c-2-1 mt-m">
        <div className="stack">
          {bodies.map((one) => (
            <PeopleTable key={one.id} body={one} now={now} />
          ))}
        </div>
        {body && chosen ? (
          <PersonPanel
            body={body}
            person={chosen}
            isMe={chosen.personId === me}
            end={endStaffRoleAction}
            renew={renewSignInAction}
          />
        ) : (
          <InviteForm bodies={bodies} invite={createStaffMemberAction} />
        )}
      </div>
    </ClientMessages>
  );
}
