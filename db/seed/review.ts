import { and, asc, eq } from "drizzle-orm";
import { application } from "@/db/schema/applications";
import { call } from "@/db/schema/calls";
import { outcome } from "@/db/schema/review";
import type { Actor } from "@/lib/auth/actor";
import type { StaffRole } from "@/lib/auth/roles";
import { startReview } from "@/lib/calls/commands/start-review";
import type { Ctx } from "@/lib/context";
import { decideAdmissibility } from "@/lib/review/commands/decide-admissibility";
import { publishOutcome } from "@/lib/review/commands/publish-outcome";
import { recordCheck } from "@/lib/review/commands/record-check";
import { writeLetters } from "@/lib/review/commands/write-letters";
import type { CheckAnswer, Requirement } from "@/lib/review/core/requirements";
import { lockReviewed } from "@/lib/review/queries/reviewed-application";
import { bodyId, demonstrationBodies } from "./bodies";
import { demonstrationCalls } from "./calls";
import { personId } from "./people";
import type { Seed } from "./seed";

/** What the reviewers found of one application, in the order of arrival. */
type Found =
  | { kind: "admitted" }
  | { kind: "refused"; requirement: Requirement; reasons: string }
  | { kind: "asked"; requirement: Requirement; note: string }
  | { kind: "checked" };

const admitted: Found = { kind: "admitted" };

/** The call with an outcome: everything is decided. */
const DECIDED: readonly Found[] = [
  admitted,
  admitted,
  admitted,
  {
    kind: "refused",
    requirement: "legalNatureAdmitted",
    reasons:
      "L’avviso è rivolto a enti del Terzo settore e gruppi della zona: la natura giuridica dichiarata non è tra quelle ammesse all’articolo 2.",
  },
  admitted,
  admitted,
];

/** The call under review: some are decided, one waits for an answer, the others for somebody. */
const UNDER_WAY: readonly Found[] = [
  admitted,
  admitted,
  {
    kind: "refused",
    requirement: "contactPerson",
    reasons:
      "La persona indicata come referente non risulta collegata all’organizzazione e non ha risposto alle due richieste dell’ufficio.",
  },
  admitted,
  {
    kind: "asked",
    requirement: "contactPerson",
    note: "Chiesto un secondo recapito per telefono.",
  },
  { kind: "checked" },
];

/** Checklists, decisions, one published outcome and its letters, by the commands that staff use. */
export async function seedReview(seed: Seed): Promise<void> {
  const { underReview, outcomePublished } = demonstrationCalls;
  await review(seed, outcomePublished.id, -40, DECIDED);
  const at = seed.instant(seed.day(-36), "11:00");
  const ctx = seed.ctx({ name: "review:outcome", at, actor: staff("chiara-bandini", "officer") });
  await publishOutcome(ctx, {
    callId: outcomePublished.id,
    actNumber: "Determina n. 131",
    actDate: seed.day(-37),
  });
  const [published] = await ctx.db
    .select({ id: outcome.id })
    .from(outcome)
    .where(eq(outcome.callId, outcomePublished.id));
  if (!published) throw new Error("the outcome of the demonstration is missing");
  const job = seed.ctx({ name: "review:letters", at });
  await writeLetters(job, { outcomeId: published.id });
  // Last, because it is the latest: the chain of events runs with the clock.
  await review(seed, underReview.id, -1, UNDER_WAY);
}

async function review(
  seed: Seed,
  callId: string,
  day: number,
  found: readonly Found[],
): Promise<void> {
  const officer = staff("chiara-bandini", "officer");
  const at = seed.instant(seed.day(day), "09:00");
  const start = seed.ctx({ name: `review:start:${callId}`, at, actor: officer });
  const [row] = await start.db.select({ state: call.state }).from(call).where(eq(call.id, callId));
  if (row?.state === "published") await startReview(start, { callId });
  const sent = await start.db
    .select({ id: application.id })
    .from(application)
    .where(and(eq(application.callId, callId), eq(application.state, "submitted")))
    .orderBy(asc(application.submittedAt), asc(application.id));
  for (const [index, one] of found.entries()) {
    const applicationId = sent[index]?.id;
    if (!applicationId) continue;
    const name = `review:${applicationId}`;
    const hour = seed.instant(seed.day(day), `1${index}:15`);
    const reviewer = staff(index % 2 === 0 ? "paolo-landi" : "elira-hoxha", "reviewer");
    await check(seed.ctx({ name, at: hour, actor: reviewer }), applicationId, one);
    const decides = seed.ctx({ name: `${name}:decision`, at: hour, actor: officer });
    if (one.kind === "admitted") {
      await decideAdmissibility(decides, { applicationId, result: "admissible", reasons: "" });
    }
    if (one.kind === "refused") {
      const { reasons } = one;
      const reasonCode = "requirementMissing" as const;
      await decideAdmissibility(decides, {
        applicationId,
        result: "inadmissible",
        reasonCode,
        reasons,
      });
    }
  }
}

async function check(ctx: Ctx, applicationId: string, found: Found): Promise<void> {
  const { requirements } = await lockReviewed(ctx, applicationId);
  for (const requirement of requirements) {
    const marked = "requirement" in found && found.requirement === requirement;
    const answer: CheckAnswer = !marked ? "yes" : found.kind === "refused" ? "no" : "ask";
    const note = marked && found.kind === "asked" ? found.note : "";
    await recordCheck(ctx, { applicationId, requirement, answer, note });
  }
}

/** A member of staff of the body that most of the demonstration is about. */
export function staff(key: string, role: StaffRole): Actor {
  return {
    kind: "staff",
    personId: personId(key),
    roles: [{ bodyId: bodyId(demonstrationBodies.valdera), role }],
  };
}
