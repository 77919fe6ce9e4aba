import { and, asc, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { admissibilityCheck } from "@/db/schema/review";
import { answerIntegration } from "@/lib/applications/commands/answer-integration";
import { saveIntegration } from "@/lib/applications/commands/save-integration";
import {
  integrationDigest,
  integrationForCommand,
} from "@/lib/applications/queries/integration-for-command";
import type { Ctx } from "@/lib/context";
import { addTermDays } from "@/lib/kernel/holidays";
import { requestIntegration } from "@/lib/review/commands/request-integration";
import { demonstrationCalls } from "./calls";
import { personId } from "./people";
import { staff } from "./review";
import type { Seed } from "./seed";

const DAYS = 10;

/** One request that waits for its answer, one that has it: by the commands that people use. */
export async function seedIntegrations(seed: Seed): Promise<void> {
  const answered = await applicationWhere(seed, (row) => row.asked);
  const open = await applicationWhere(seed, (row) => row.personId === personId("lucia-bianchi"));
  await ask(seed, answered, "17:00", {
    reason:
      "Per completare il controllo dei requisiti ci serve un recapito al quale rispondi di persona.",
    items: { contactPhone: "Al numero indicato non risponde nessuno: scrivine uno attivo." },
  });
  await ask(seed, open, "17:30", {
    reason:
      "La candidatura è quasi completa: ci mancano due cose per capire che cosa portate al percorso.",
    items: {
      brings: "Scrivete anche quante persone possono partecipare agli incontri.",
      delegates: "È indicata una persona sola: per ogni organizzazione ne servono due.",
    },
  });
  await answer(seed, answered, "20:15", { contactPhone: "+39 0587 123 456" });
}

type Candidate = { id: string; personId: string; asked: boolean };

async function applicationWhere(seed: Seed, is: (row: Candidate) => boolean): Promise<Candidate> {
  const { db } = seed.ctx({ name: "integrations", at: seed.instant(seed.day(-1), "16:00") });
  const rows = await db
    .select({
      id: application.id,
      personId: application.personId,
      asked: admissibilityCheck.answer,
    })
    .from(application)
    .leftJoin(
      admissibilityCheck,
      and(
        eq(admissibilityCheck.applicationId, application.id),
        eq(admissibilityCheck.answer, "ask"),
      ),
    )
    .where(
      and(
        eq(application.callId, demonstrationCalls.underReview.id),
        eq(application.state, "submitted"),
      ),
    )
    .orderBy(asc(application.submittedAt), asc(application.id));
  const found = rows.map((row) => ({ ...row, asked: row.asked !== null })).find(is);
  if (!found) throw new Error("an application of the demonstration is missing");
  return found;
}

function contextAt(seed: Seed, name: string, hour: string, actor: Ctx["actor"]) {
  const ctx = seed.ctx({ name, at: seed.instant(seed.day(-1), hour), actor });
  return { ctx, receivedAt: ctx.now.toISOString().replace("Z", "000Z") };
}

async function ask(
  seed: Seed,
  { id }: Candidate,
  hour: string,
  { reason, items }: { reason: string; items: Record<string, string> },
): Promise<void> {
  const officer = staff("chiara-bandini", "officer");
  const { ctx, receivedAt } = contextAt(seed, `integration:${id}`, hour, officer);
  await requestIntegration(
    ctx,
    {
      ...{ applicationId: id, reason },
      items: Object.entries(items).map(([field, missing]) => ({ field, row: null, missing })),
      term: { days: DAYS, on: addTermDays(seed.day(-1), DAYS) },
    },
    receivedAt,
  );
}

async function answer(
  seed: Seed,
  { id, personId: author }: Candidate,
  hour: string,
  answers: Record<string, string>,
): Promise<void> {
  const { ctx, receivedAt } = contextAt(seed, `integration:${id}:answer`, hour, {
    kind: "person",
    personId: author,
    strength: "mailbox",
    identityLevel: "mailbox",
    organisationIds: [],
  });
  await saveIntegration(ctx, {
    ...{ applicationId: id, receivedAt, intent: "save", revisions: {} },
    ...{ shown: Object.keys(answers), entries: Object.entries(answers) },
  });
  const found = await integrationForCommand(ctx, id);
  if (!found.request) throw new Error("a request of the demonstration is missing");
  await answerIntegration(ctx, {
    ...{ applicationId: id, key: `seed-integration-${id}`, receivedAt },
    content: integrationDigest({ ...found, request: found.request }),
  });
}
