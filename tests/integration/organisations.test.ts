import { eq } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { scopedDatabase } from "@/db/client";
import { call } from "@/db/schema/calls";
import { message } from "@/db/schema/mail";
import { issuedDocument } from "@/db/schema/register";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { shareApplication } from "@/lib/applications/commands/share-application";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import { takeOverApplication } from "@/lib/applications/commands/take-over-application";
import { answerMark } from "@/lib/applications/core/answer-mark";
import { applicationPeople } from "@/lib/applications/queries/application-people";
import { draftPage } from "@/lib/applications/queries/draft-page";
import { myApplications } from "@/lib/applications/queries/my-applications";
import { startPage } from "@/lib/applications/queries/start-page";
import { documentToDownload } from "@/lib/documents/queries";
import { acceptMembership } from "@/lib/people/commands/accept-membership";
import { endMembership } from "@/lib/people/commands/end-membership";
import { handOverRepresentation } from "@/lib/people/commands/hand-over-representation";
import { inviteMember } from "@/lib/people/commands/invite-member";
import { withdrawInvitation } from "@/lib/people/commands/withdraw-invitation";
import { MOST_INVITATIONS } from "@/lib/people/core/membership";
import { organisationPage } from "@/lib/people/queries/organisations";
import { bodyCode, completeDraft, confirmation, openCall, somebody } from "../support/applications";
import { testDatabase } from "../support/database";
import { asMember, colleague, invited, sharedDraft } from "../support/members";

const database = await testDatabase();
const db = scopedDatabase(database.app, "*");

describe("an organisation", () => {
  test("is known once its author shares a draft, and takes a name first", async () => {
    const { author, applicationId, organisationId } = await sharedDraft(db, bodyCode(901));
    const again = await shareApplication(author.ctx, { applicationId });
    expect(again).toEqual({ organisationId });
    const page = await organisationPage(await asMember(author), organisationId);
    expect(page).toMatchObject({ name: "Rete Passaparola APS", role: "representative" });

    const nameless = await somebody(db);
    const { callId } = await openCall(nameless.ctx);
    const started = await startApplication(nameless.ctx, { callId, track: "organisation" });
    await expect(shareApplication(nameless.ctx, started)).rejects.toMatchObject({
      reason: "name_first",
    });
  });

  test("opens nothing to who only names its fiscal code", async () => {
    const { applicationId, organisationId } = await sharedDraft(db, bodyCode(902));
    const other = await sharedDraft(db, bodyCode(902));
    expect(other.organisationId).not.toBe(organisationId);
    const stranger = await asMember(other.author);
    await expect(draftPage(stranger, applicationId)).rejects.toMatchObject({ code: "forbidden" });
    await expect(applicationPeople(stranger, applicationId)).rejects.toMatchObject({
      code: "forbidden",
    });
    await expect(organisationPage(stranger, organisationId)).rejects.toMatchObject({
      code: "not_found",
    });
    const { todo } = await myApplications(stranger);
    expect(todo.map(({ id }) => id)).toEqual([other.applicationId]);
  });
});

describe("an invitation", () => {
  test("is good once, for whoever holds its key, and makes a delegate", async () => {
    const { author, organisationId } = await sharedDraft(db, bodyCode(903));
    const ctx = await asMember(author);
    const token = await invited(ctx, organisationId, "marta@example.org");
    const [marta, eva] = [await somebody(db, "Marta"), await somebody(db, "Eva")];
    await acceptMembership(marta.ctx, { token });
    await expect(acceptMembership(eva.ctx, { token })).rejects.toMatchObject({
      reason: "unknown_invitation",
    });
    const { people, invitations } = await organisationPage(ctx, organisationId);
    expect(people.map(({ name, role }) => [name, role])).toEqual([
      ["Lucia Bianchi", "representative"],
      ["Marta Bianchi", "delegate"],
    ]);
    expect(invitations).toEqual([]);
  });

  test("sent again makes the one before it void; withdrawn or late it is void too", async () => {
    const { author, organisationId } = await sharedDraft(db, bodyCode(904));
    const ctx = await asMember(author);
    const first = await invited(ctx, organisationId, "anna@example.org");
    const second = await invited(ctx, organisationId, "anna@example.org");
    const anna = await somebody(db, "Anna");
    const gone = { reason: "unknown_invitation" };
    await expect(acceptMembership(anna.ctx, { token: first })).rejects.toMatchObject(gone);
    const late = { ...anna.ctx, now: new Date(Date.now() + 15 * 86_400_000) };
    await expect(acceptMembership(late, { token: second })).rejects.toMatchObject(gone);
    const [open] = (await organisationPage(ctx, organisationId)).invitations;
    await withdrawInvitation(ctx, { organisationId, invitationId: open?.id ?? "" });
    await expect(acceptMembership(anna.ctx, { token: second })).rejects.toMatchObject(gone);
  });

  test("is the representative's to send, to who is not there yet, and twenty at most", async () => {
    const { author, organisationId } = await sharedDraft(db, bodyCode(905));
    const ctx = await asMember(author);
    const marta = await colleague(ctx, organisationId);
    const invite = (who: typeof ctx, email: string) => inviteMember(who, { organisationId, email });
    await expect(invite(marta.ctx, "x@example.org")).rejects.toMatchObject({
      reason: "only_representative",
    });
    await expect(invite(ctx, `${marta.personId}@example.it`)).rejects.toMatchObject({
      reason: "already_member",
    });
    for (let at = 0; at < MOST_INVITATIONS; at += 1) await invite(ctx, `n${at}@example.org`);
    await expect(invite(ctx, "one-more@example.org")).rejects.toMatchObject({
      reason: "too_many_invitations",
    });
    await expect(invite((await somebody(db)).ctx, "y@example.org")).rejects.toMatchObject({
      code: "not_found",
    });
  });
});

describe("those who work together", () => {
  test("write one draft: each learns who wrote what, and no text is lost", async () => {
    const { author, applicationId, organisationId } = await sharedDraft(db, bodyCode(906));
    const lucia = await asMember(author);
    const marta = await colleague(lucia, organisationId);
    const page = (id: string, why: string) => ({
      ...{ applicationId, shown: ["why"], revisions: { answers: 0 } },
      ...{ was: { why: answerMark(null) }, page: { id, number: 1 } },
      entries: [["why", why]] as [string, string][],
    });
    await saveSections(marta.ctx, page("marta", "Lo scrive Marta"));
    const { conflicts } = await saveSections(lucia, page("lucia", "Lo scrive Lucia"));
    expect(conflicts).toMatchObject([
      { fieldId: "why", stored: "Lo scrive Marta", sent: "Lo scrive Lucia", by: "Marta Bianchi" },
    ]);
    const { todo } = await myApplications(marta.ctx);
    expect(todo.map(({ id }) => id)).toEqual([applicationId]);
  });

  test("open the same draft of a call, whoever begins, with what is known of the organisation", async () => {
    const { author, organisationId } = await sharedDraft(db, bodyCode(907));
    const lucia = await asMember(author);
    const marta = await colleague(lucia, organisationId);
    const { callId } = await openCall(lucia);
    const input = { callId, track: "organisation", organisationId } as const;
    const [one, two] = await Promise.all([
      startApplication(lucia, input),
      startApplication(marta.ctx, input),
    ]);
    expect(one.applicationId).toBe(two.applicationId);
    expect((await draftPage(marta.ctx, one.applicationId)).values.name).toBe(
      "Rete Passaparola APS",
    );
    const [row] = await db.select().from(call).where(eq(call.id, callId));
    const start = await startPage(marta.ctx, row?.slug ?? "");
    expect(start.drafts).toMatchObject([{ id: one.applicationId }]);
    const stranger = await somebody(db);
    await expect(startApplication(stranger.ctx, input)).rejects.toMatchObject({
      code: "not_found",
    });
  });

  test("one answers for it and sends it; a colleague may take that over, and reads the receipt", async () => {
    const author = await somebody(db);
    const { callId } = await openCall(author.ctx);
    const applicationId = await completeDraft(author, callId, { code: bodyCode(908) });
    const { organisationId } = await shareApplication(author.ctx, { applicationId });
    const marta = await colleague(await asMember(author), organisationId);
    const input = await confirmation(marta.ctx, applicationId);
    await expect(submitApplication(marta.ctx, input)).rejects.toMatchObject({ code: "forbidden" });
    expect(await applicationPeople(marta.ctx, applicationId)).toMatchObject({
      holder: { name: "Lucia Bianchi", self: false },
      mayTakeOver: true,
      mayShare: false,
    });
    await takeOverApplication(marta.ctx, { applicationId });
    const lucia = await asMember(author);
    await expect(submitApplication(lucia, input)).rejects.toMatchObject({ code: "forbidden" });
    const { receiptId } = await submitApplication(marta.ctx, input);
    const [receipt] = await db
      .select()
      .from(issuedDocument)
      .where(eq(issuedDocument.id, receiptId));
    expect(receipt?.view).toMatchObject({ applicant: { submittedBy: "Marta Bianchi" } });
    expect((await documentToDownload(lucia, receiptId)).id).toBe(receiptId);
    const stranger = await somebody(db);
    await expect(documentToDownload(stranger.ctx, receiptId)).rejects.toMatchObject({
      code: "not_found",
    });
    const letters = await db.select().from(message).where(eq(message.subjectId, applicationId));
    const [to, from] = [`${marta.personId}@example.it`, `${author.personId}@example.it`];
    expect(letters.map(({ kind, recipient, view }) => [kind, recipient, view.yours])).toEqual([
      ["takenOver", from, false],
      ["takenOver", to, true],
      ["receipt", to, undefined],
    ]);
  });

  test("the representation is handed over, and only then does who held it leave", async () => {
    const { author, applicationId, organisationId } = await sharedDraft(db, bodyCode(909));
    const lucia = await asMember(author);
    const marta = await colleague(lucia, organisationId);
    const of = (personId: string) => ({ organisationId, personId });
    await expect(endMembership(lucia, of(author.personId))).rejects.toMatchObject({
      reason: "hand_over_first",
    });
    await expect(endMembership(marta.ctx, of(author.personId))).rejects.toMatchObject({
      reason: "only_representative",
    });
    await expect(handOverRepresentation(marta.ctx, of(marta.personId))).rejects.toMatchObject({
      reason: "only_representative",
    });
    await handOverRepresentation(lucia, of(marta.personId));
    const { people } = await organisationPage(marta.ctx, organisationId);
    expect(people.map(({ id, role }) => [id, role])).toEqual([
      [marta.personId, "representative"],
      [author.personId, "delegate"],
    ]);
    expect(await endMembership(lucia, of(author.personId))).toMatchObject({ left: true });
    // Who answers for an application still does; who comes back is invited anew.
    await draftPage(await asMember(author), applicationId);
    const token = await invited(marta.ctx, organisationId, `${author.personId}@example.it`);
    await acceptMembership(author.ctx, { token });
    expect((await organisationPage(marta.ctx, organisationId)).people).toHaveLength(2);
  });

  test("who was sent away reads nothing any more", async () => {
    const { author, applicationId, organisationId } = await sharedDraft(db, bodyCode(910));
    const lucia = await asMember(author);
    const marta = await colleague(lucia, organisationId);
    await endMembership(lucia, { organisationId, personId: marta.personId });
    await expect(draftPage(await asMember(marta), applicationId)).rejects.toMatchObject({
      code: "forbidden",
    });
  });
});
