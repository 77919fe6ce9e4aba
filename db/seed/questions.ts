import { answerQuestion } from "@/lib/calls/commands/answer-question";
import { askQuestion } from "@/lib/calls/commands/ask-question";
import { demonstrationBodies } from "./bodies";
import { demonstrationCalls, officerOf, startingWith } from "./calls";
import { questions } from "./data/questions";
import { personId } from "./people";
import { type Seed, seedId } from "./seed";

/** Questions about the open call: two with their answers, one that waits for staff. */
export async function seedQuestions(seed: Seed): Promise<void> {
  for (const { from, asked, text, answered } of questions) {
    const id = seedId(`question:${from}`);
    const asking = seed.ctx({
      name: `question:${from}`,
      at: seed.instant(seed.day(-asked), "18:20"),
      actor: {
        kind: "person",
        personId: personId(from),
        strength: "mailbox",
        identityLevel: "mailbox",
        organisationIds: [],
      },
    });
    const first = { ...asking, newId: startingWith(id, asking.newId) };
    await askQuestion(first, { callId: demonstrationCalls.open.id, question: text });
    if (!answered) continue;
    const answering = seed.ctx({
      name: `answer:${from}`,
      at: seed.instant(seed.day(-answered.before), "10:05"),
      actor: officerOf(demonstrationBodies.coeso),
    });
    const { question, answer } = answered;
    await answerQuestion(answering, { clarificationId: id, audience: "all", question, answer });
  }
}
