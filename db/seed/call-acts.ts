import { eq } from "drizzle-orm";
import { call } from "@/db/schema/calls";
import { carryAnswers } from "@/lib/applications/commands/carry-answers";
import { applicantsOfCall, placesTaken } from "@/lib/applications/queries/act-recipients";
import type { Actor } from "@/lib/auth/actor";
import { type ActAudience, announceAct } from "@/lib/calls/commands/announce-act";
import { prepareAct } from "@/lib/calls/commands/prepare-act";
import { publishAct } from "@/lib/calls/commands/publish-act";
import { preparedDocumentsOf } from "@/lib/calls/queries/prepared-documents";
import { type ActInput, actSchema } from "@/lib/calls/schema/acts";
import { addDays, type LocalDate } from "@/lib/kernel/local-date";
import { seedDocuments } from "./call-documents";
import { rectifiedInOctober2022 } from "./data/calls-of-others";
import { workingDay } from "./data/calls-of-today";
import { rectifiedFieldsOf } from "./data/editor-fields";
import { type SampleName, sampleDocuments } from "./data/sample-documents";
import type { Seed } from "./seed";

type Officer = Actor & { kind: "staff" };

/** The extension of the open call, before anybody had begun a candidacy. */
export async function seedExtension(seed: Seed, callId: string, officer: Officer): Promise<void> {
  const on = workingDay(addDays(seed.today, -6));
  await publishOn(seed, { callId, officer, on, at: "12:30", audiences: [] }, () => ({
    kind: "extension",
    actNumber: "Determina n. 118",
    actDate: on,
    reason:
      "Molte associazioni dell’Amiata hanno chiesto più tempo. Chi ha già inviato non deve fare nulla.",
    closesOn: workingDay(addDays(seed.today, 9)),
    closesAtTime: "12:00",
  }));
}

/** A room that changed, also in the document about the rooms: told to all who had a draft or had sent the day before today. */
export async function seedRectification(
  seed: Seed,
  callId: string,
  officer: Officer,
): Promise<void> {
  const on = addDays(seed.today, -1);
  const given = { callId, officer, on, at: "17:05", audiences: [applicantsOfCall] };
  await publishOn(seed, { ...given, documents: { venuesRectified: "venues" } }, (row) => {
    const { content } = row;
    const meetings = content.meetings.map((meeting, at) =>
      at === 0
        ? { ...meeting, where: "In presenza a Grosseto, Sala Pegaso, piazza Dante 35" }
        : meeting,
    );
    const conditions = `${content.sheet.conditions}\n\nLa Sala Pegaso ha un ingresso senza gradini da via Ginori.`;
    return {
      ...rectifiedFieldsOf({
        ...row,
        content: { ...content, meetings, sheet: { ...content.sheet, conditions } },
      }),
      kind: "rectification",
      actNumber: "Determina n. 121",
      actDate: on,
      reason: "Il primo incontro cambia sala: in quella di prima c’erano tre gradini.",
    };
  });
}

/** The call for projects of the Centro di Salute Globale, rectified by the Giunta while it was open. */
export async function seedRectificationOf2022(
  seed: Seed,
  callId: string,
  officer: Officer,
): Promise<void> {
  const { on, number, reason, conditions } = rectifiedInOctober2022;
  await publishOn(seed, { callId, officer, on, at: "12:00", audiences: [] }, (row) => {
    const { sheet } = row.content;
    const rectified = { ...sheet, conditions: `${conditions}\n\n${sheet.conditions}` };
    return {
      ...rectifiedFieldsOf({ ...row, content: { ...row.content, sheet: rectified } }),
      kind: "rectification",
      actNumber: number,
      actDate: on,
      reason,
    };
  });
}

type When = {
  callId: string;
  officer: Officer;
  on: LocalDate;
  at: string;
  audiences: readonly ActAudience[];
  /** New documents, each with the one that it takes the place of. */
  documents?: Partial<Record<SampleName, SampleName>>;
};

/** Writes and publishes an act as its officer did, with the clock of that day. */
async function publishOn(
  seed: Seed,
  { callId, officer, on, at, audiences, documents = {} }: When,
  write: (row: typeof call.$inferSelect) => Record<string, unknown>,
): Promise<void> {
  const now = seed.instant(on, at);
  const ctx = seed.ctx({ name: `act:${callId}:${on}`, at: now, actor: officer });
  const [row] = await ctx.db.select().from(call).where(eq(call.id, callId));
  if (!row) throw new Error("the call of the act is missing");
  const measure = { placesTaken, carryAnswers, at: now.toISOString().replace("Z", "000Z") };
  for (const [name, replaced] of Object.entries(documents) as [SampleName, SampleName][]) {
    const { title } = sampleDocuments[replaced];
    const there = row.content.documents.find((one) => one.title === title);
    const of = { callId, of: "rectification", at: measure.at } as const;
    await seedDocuments(ctx, of, [name], there);
  }
  const input: ActInput = actSchema.parse({ callId, callRevision: row.revision, ...write(row) });
  const { revision } = await prepareAct(ctx, input, measure);
  const seen = (await preparedDocumentsOf(ctx, callId))?.seen ?? "";
  const publication = { callId, revision, documents: seen };
  const { actId } = await publishAct(ctx, publication, measure);
  await announceAct(ctx, { actId }, audiences);
}
