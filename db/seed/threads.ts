import { and, asc, eq, inArray } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { readThread } from "@/lib/applications/commands/read-thread";
import { sendMessage } from "@/lib/applications/commands/send-message";
import type { Ctx } from "@/lib/context";
import { demonstrationBodies } from "./bodies";
import { demonstrationCalls, officerOf } from "./calls";
import { sheetPdf } from "./data/sheet-pdf";
import { personId } from "./people";
import type { Seed } from "./seed";

/**
 * Two threads of the call under review: one with a file and an answer that its applicant has not
 * read yet, one that waits for the office.
 */
export async function seedThreads(seed: Seed): Promise<void> {
  const [lucia, besnik] = [personId("lucia-bianchi"), personId("besnik-gjoka")];
  const sent = await applicationsOf(seed, [lucia, besnik]);
  const [first, second] = [sent.get(lucia), sent.get(besnik)];
  if (!first || !second) throw new Error("nobody of the demonstration writes to the office");
  const asking = applicant(seed, "question", lucia, "16:05");
  await write(asking, first, 0, {
    text: "Buongiorno, al secondo incontro verrebbe anche una nostra volontaria. È possibile essere in tre? Allego la delega.",
    file: {
      name: "delega-volontaria.pdf",
      declaredType: "application/pdf",
      bytes: sheetPdf([
        "Rete Passaparola Toscana APS",
        "",
        "Delega a partecipare al secondo laboratorio",
        "La presidente delega Anna D'Amico, volontaria dell'associazione.",
      ]),
    },
  });
  await write(office(seed, "answer", "17:10"), first, 1, {
    text: "Buongiorno Lucia, sì: fino a tre persone per organizzazione. La delega va bene così.",
  });
  await readThread(applicant(seed, "reading", lucia, "18:20"), { applicationId: first, upTo: 2 });
  await write(office(seed, "more", "18:40"), first, 2, {
    text: "Una cosa ancora: la sala è al primo piano, con ascensore. Se serve un posto auto riservato scrivici qui entro due giorni prima.",
  });
  await write(applicant(seed, "waiting", besnik, "19:20"), second, 0, {
    text: "Buonasera, nella domanda ho lasciato un numero di telefono vecchio. Posso comunicarvi quello nuovo?",
  });
}

type Said = { text: string; file?: Parameters<typeof sendMessage>[1]["file"] };

const write = (ctx: Ctx, applicationId: string, seen: number, said: Said) =>
  sendMessage(ctx, { ...said, applicationId, seen, key: ctx.newId() });

/** What each of these people sent to the call under review. */
async function applicationsOf(seed: Seed, people: string[]): Promise<Map<string, string>> {
  const { db } = seed.ctx({ name: "threads", at: seed.instant(seed.day(-1), "16:00") });
  const rows = await db
    .select({ id: application.id, personId: application.personId })
    .from(application)
    .where(
      and(
        eq(application.callId, demonstrationCalls.underReview.id),
        inArray(application.personId, people),
      ),
    )
    .orderBy(asc(application.id));
  return new Map(rows.map((row) => [row.personId, row.id]));
}

function applicant(seed: Seed, name: string, id: string, time: string): Ctx {
  return seed.ctx({
    name: `thread:${name}`,
    at: seed.instant(seed.day(-1), time),
    actor: {
      kind: "person",
      personId: id,
      strength: "mailbox",
      identityLevel: "mailbox",
      organisationIds: [],
    },
  });
}

const office = (seed: Seed, name: string, time: string): Ctx =>
  seed.ctx({
    name: `thread:${name}`,
    at: seed.instant(seed.day(-1), time),
    actor: officerOf(demonstrationBodies.valdera),
  });
