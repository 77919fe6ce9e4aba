import { application } from "@/db/schema/applications";
import { call, formDefinition } from "@/db/schema/calls";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { convocation, meeting, participant, workshopSeries } from "@/db/schema/workshops";
import type { Ctx } from "@/lib/context";
import { sha256 } from "@/lib/platform/digest";
import { participantToken } from "@/lib/workshops/mails";

const HOUR = 3_600_000;

/** A convened meeting with this capacity and this many people who have not answered yet. */
export async function convenedMeeting(ctx: Ctx, capacity: number, people: number) {
  const bodyId = ctx.newId();
  const [formId, callId, seriesId, meetingId] = Array.from({ length: 4 }, () => ctx.newId());
  if (!formId || !callId || !seriesId || !meetingId) throw new Error("no ids");
  const code = bodyId.slice(-8);
  await ctx.db
    .insert(body)
    .values({ id: bodyId, slug: code, name: "SdS", kind: "sds", code, officeName: "Ufficio" });
  await ctx.db
    .insert(formDefinition)
    .values({ id: formId, bodyId, definition: { version: 1, sections: [] }, createdAt: ctx.now });
  await ctx.db.insert(call).values({
    id: callId,
    bodyId,
    slug: `call-${code}`,
    regime: "participatoryPath",
    title: "Prova",
    audiences: ["citizen"],
    content: {} as never,
    formDefinitionId: formId,
    createdAt: ctx.now,
    updatedAt: ctx.now,
  });
  await ctx.db
    .insert(workshopSeries)
    .values({ id: seriesId, bodyId, title: "Laboratori", threshold: 1, createdAt: ctx.now });
  await ctx.db.insert(meeting).values({
    id: meetingId,
    seriesId,
    bodyId,
    number: 1,
    title: "Primo incontro",
    startsAt: new Date(ctx.now.getTime() + 100 * HOUR),
    endsAt: new Date(ctx.now.getTime() + 102 * HOUR),
    mode: "onsite",
    place: "Sala grande",
    capacity,
    state: "convened",
    calendarUid: `${meetingId}@cantieri`,
    updatedAt: ctx.now,
  });
  const persons = Array.from({ length: people }, () => ({
    id: ctx.newId(),
    applicationId: ctx.newId(),
    participantId: ctx.newId(),
  }));
  await ctx.db
    .insert(person)
    .values(
      persons.map((one) => ({ id: one.id, email: `${one.id}@example.org`, createdAt: ctx.now })),
    );
  await ctx.db.insert(application).values(
    persons.map((one) => ({
      id: one.applicationId,
      callId,
      bodyId,
      personId: one.id,
      formDefinitionId: formId,
      createdAt: ctx.now,
      updatedAt: ctx.now,
    })),
  );
  await ctx.db.insert(participant).values(
    persons.map((one) => ({
      id: one.participantId,
      seriesId,
      applicationId: one.applicationId,
      personId: one.id,
      name: `Persona ${one.id.slice(-4)}`,
      email: `${one.id}@example.org`,
      tokenHash: sha256(participantToken(one.participantId)),
      createdAt: ctx.now,
    })),
  );
  await ctx.db.insert(convocation).values(
    persons.map((one) => ({
      id: ctx.newId(),
      meetingId,
      participantId: one.participantId,
      createdAt: ctx.now,
    })),
  );
  const tokens = persons.map((one) => participantToken(one.participantId));
  return { bodyId, seriesId, meetingId, tokens };
}
