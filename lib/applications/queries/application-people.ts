import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { isUuid } from "@/lib/kernel/ids";
import { type OrganisationPage, organisationPage } from "@/lib/people/queries/organisations";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import { applicationForCommand, type LoadedApplication } from "./application-for-command";

/**
 * Who answers for an application and who works on it, for those who do. Throws NotFound to
 * everybody else.
 */
export async function applicationPeople(ctx: Ctx, id: string) {
  if (!isUuid(id)) throw new NotFound();
  const found = await applicationForCommand(ctx, id);
  const { application: row, call } = found;
  applicationPolicy.authorize(ctx.actor, "application.edit", row);
  const answers = applicationPolicy.can(ctx.actor, "application.submit", row);
  return {
    ...{ id, callTitle: call.title, isDraft: row.state === "draft" },
    holder: { name: nameOf(found.person), self: found.person.id === personOf(ctx.actor) },
    organisation: await organisationOf(ctx, row.organisationId),
    mayShare:
      answers &&
      row.organisationId === null &&
      row.track !== "citizen" &&
      mayEdit(row, found.facts, found.timing).ok,
    mayTakeOver: applicationPolicy.can(ctx.actor, "application.takeOver", row),
  };
}

/** Undefined also for who has left it and still answers for the application. */
async function organisationOf(ctx: Ctx, id: string | null): Promise<OrganisationPage | undefined> {
  if (id === null || ctx.actor.kind !== "person") return undefined;
  return ctx.actor.organisationIds.includes(id) ? organisationPage(ctx, id) : undefined;
}

function nameOf({ givenName, familyName, email }: LoadedApplication["person"]): string {
  return `${givenName} ${familyName}`.trim() || (email ?? "");
}
