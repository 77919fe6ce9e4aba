import { desc, eq, sql } from "drizzle-orm";
import { deskEntry } from "@/db/schema/desk";
import { person } from "@/db/schema/people";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { applicationPolicy } from "../policy";
import { type MyApplicationPage, myApplication } from "./my-application";

/** One thing that the desk wrote down. */
export type WrittenEntry = {
  id: string;
  purpose: "application" | "withdrawal" | "address" | "reason" | "integration";
  channel: "desk" | "telephone" | "paper" | "pec";
  arrivedAt: Date | null;
  reference: string;
  identity: "document" | "delegation";
  documentKind: string | null;
  documentNumber: string | null;
  delegation: string;
  email: string | null;
  lateReason: string;
  enteredBy: string;
  enteredAt: Date;
  /** Its number, delegation, mailbox and reason were taken out, with the last answer. */
  erased: boolean;
};

/**
 * What the desk entered and did with it, for who keeps the desk. Eight statements. NotFound for
 * everybody else, and for what came online.
 */
export async function deskEntryPage(ctx: Ctx, callId: string, id: string) {
  const found = await myApplication(ctx, id);
  const { application, person: who, receipt, documents } = found;
  const own = applicationPolicy.can(ctx.actor, "application.atDesk", application);
  if (!own || application.callId !== callId) throw new NotFound();
  const rows = await ctx.db
    .select({
      entry: deskEntry,
      by: sql<string>`trim(${person.givenName} || ' ' || ${person.familyName})`,
    })
    .from(deskEntry)
    .innerJoin(person, eq(person.id, deskEntry.enteredBy))
    .where(eq(deskEntry.applicationId, id))
    .orderBy(desc(deskEntry.enteredAt));
  return {
    ...{ application, receipt, documents },
    name: application.applicantName || `${who.givenName} ${who.familyName}`,
    /** Somebody answers for it online. */
    taken: who.email !== null,
    wishes: wishesOf(found),
    /** Begun, and given up. */
    left: application.state === "withdrawn" && application.submittedAt === null,
    entries: rows.map(
      ({ entry, by }): WrittenEntry => ({
        ...entry,
        purpose: entry.purpose as WrittenEntry["purpose"],
        channel: entry.channel as WrittenEntry["channel"],
        identity: entry.identity as WrittenEntry["identity"],
        arrivedAt: entry.arrivedAt === null ? null : new Date(entry.arrivedAt),
        enteredAt: new Date(entry.enteredAt),
        enteredBy: by,
        erased: entry.erasedAt !== null,
      }),
    ),
  };
}

/** What can be asked of the desk now. */
export type DeskWish = "indirizzo" | "modifica" | "ritiro" | "integrazione";

function wishesOf(found: MyApplicationPage): DeskWish[] {
  const { state } = found.application;
  const sent = state !== "draft" && state !== "withdrawn";
  const asked = found.integrations.some((one) => one.state === "open" && one.status === "open");
  return [
    ...(asked ? (["integrazione"] as const) : []),
    ...(sent && found.person.email === null ? (["indirizzo"] as const) : []),
    ...(state === "submitted" ? (["modifica", "ritiro"] as const) : []),
  ];
}
