import { inArray } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { municipality } from "@/db/schema/territory";
import { acknowledgePrivacy } from "@/lib/applications/commands/acknowledge-privacy";
import { saveSections } from "@/lib/applications/commands/save-sections";
import { startApplication } from "@/lib/applications/commands/start-application";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { ApplicationTrack } from "@/lib/applications/core/tracks";
import { applicationForCommand } from "@/lib/applications/queries/application-for-command";
import { contentDigest } from "@/lib/applications/queries/assess-application";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { demonstrationPeople } from "./accounts";
import { bodyCode, mailboxOf, personCode, seedNumber } from "./applicant-codes";
import { demonstrationCalls } from "./calls";
import {
  citizens,
  groups,
  organisations,
  reasons,
  resources,
  type SeedApplicant,
} from "./data/applicants";
import { beginAtDesk, type SeedDesk, seedDesk } from "./desk";
import { personId } from "./people";
import { type Seed, seedId } from "./seed";

type Plan = {
  callId: string;
  applicant: SeedApplicant;
  day: number;
  at: string;
  sent: boolean;
  /** Entered by the desk. */
  desk?: SeedDesk;
};

/** Some forty applications to the calls of the demonstration, by the commands that people use. */
export async function seedApplications(seed: Seed): Promise<void> {
  const ids = await seedApplicants(seed);
  const towns = await townCodes(seed);
  const plans = [...closedCalls(), ...openCalls()];
  // Register numbers follow the clock.
  plans.sort((a, b) => a.day - b.day || a.at.localeCompare(b.at));
  for (const [index, plan] of plans.entries()) {
    const who = ids.get(nameOf(plan.applicant));
    if (who || plan.desk) await seedOne(seed, plan, who ?? "", index, towns);
  }
}

function closedCalls(): Plan[] {
  const { underReview, outcomePublished } = demonstrationCalls;
  return [
    ...organisations.map((applicant, at) => plan(underReview.id, applicant, -9 - (at % 12), at)),
    ...groups.slice(0, 1).map((applicant, at) => plan(underReview.id, applicant, -11, at + 20)),
    ...organisations
      .slice(2, 8)
      .map((one, at) => plan(outcomePublished.id, one, -64 - at, at + 30)),
  ];
}

function openCalls(): Plan[] {
  const { open, closesToday } = demonstrationCalls;
  return [
    ...organisations.slice(0, 4).map((one, at) => plan(open.id, one, -3 - at, at + 40, at !== 1)),
    ...groups.slice(1).map((one, at) => plan(open.id, one, -2 - at, at + 50)),
    ...citizens.slice(6, 10).map((one, at) => plan(open.id, one, -4, at + 60, at !== 3)),
    ...citizens.map((one, at) => plan(closesToday.id, one, -1 - (at % 8), at + 70, at % 5 !== 1)),
    ...seedDesk.map(({ applicant, desk }, at) => ({
      ...plan(closesToday.id, applicant, -2 - at, 3 + at),
      desk,
    })),
  ];
}

/** Hours and minutes differ, and are the same at each loading. */
function plan(
  callId: string,
  applicant: SeedApplicant,
  day: number,
  mark: number,
  sent = true,
): Plan {
  const pad = (figure: number) => String(figure).padStart(2, "0");
  return { callId, applicant, day, at: `${pad(8 + (mark % 13))}:${pad((mark * 7) % 60)}`, sent };
}

async function seedOne(
  seed: Seed,
  plan: Plan,
  who: string,
  index: number,
  towns: readonly string[],
): Promise<void> {
  const { callId, applicant, desk, sent } = plan;
  const at = seed.instant(seed.day(plan.day), plan.at);
  const receivedAt = at.toISOString().replace("Z", "000Z");
  const { ctx, applicationId } = desk
    ? await beginAtDesk(seed, { callId, applicant, desk, at })
    : await begin(seed, plan, who);
  const entries = answersOf(applicant, index, towns, sent);
  await saveAll(ctx, applicationId, entries, receivedAt);
  if (!sent) return;
  const found = await applicationForCommand(ctx, applicationId);
  const declarations = fieldsOf(found.definition)
    .filter((field) => field.type === "declaration")
    .map((field) => [field.id, "on"] as const);
  await submitApplication(ctx, {
    applicationId,
    key: `seed-${applicationId}`,
    content: contentDigest(found),
    entries: declarations,
    receivedAt,
  });
}

async function begin(seed: Seed, { callId, applicant, day, at }: Plan, who: string) {
  const ctx = seed.ctx({
    name: `application:${callId}:${nameOf(applicant)}`,
    at: seed.instant(seed.day(day), at),
    actor: {
      kind: "person",
      personId: who,
      strength: "mailbox",
      identityLevel: "mailbox",
      organisationIds: [],
    },
  });
  const receivedAt = ctx.now.toISOString().replace("Z", "000Z");
  const track = trackOf(applicant);
  const { applicationId } = await startApplication(ctx, { callId, track, receivedAt });
  await acknowledgePrivacy(ctx, { applicationId, receivedAt });
  return { ctx, applicationId };
}

async function saveAll(
  ctx: Ctx,
  applicationId: string,
  entries: readonly (readonly [string, string])[],
  receivedAt: string,
): Promise<void> {
  const { sections } = await applicationForCommand(ctx, applicationId);
  await saveSections(ctx, {
    applicationId,
    shown: [...new Set(entries.map(([name]) => name.split(".")[0] ?? name))],
    revisions: Object.fromEntries(
      Object.entries(sections).map(([id, section]) => [id, section.revision]),
    ),
    entries,
    receivedAt,
  });
}

/** Answers to the questions of all three forms; each call keeps those that it asks. */
function answersOf(
  { givenName, familyName, group = "", nature, locale }: SeedApplicant,
  index: number,
  towns: readonly string[],
  complete: boolean,
): [string, string][] {
  const town = towns[index % towns.length] ?? "";
  const email = mailboxOf(givenName, familyName);
  const why = reasons[index % reasons.length] ?? "";
  const identity = {
    legalNature: nature ?? "",
    organisationName: group,
    organisationCode: bodyCode(seedNumber(group)),
    groupName: group,
    "groupMembers.0.firstName": givenName,
    "groupMembers.0.lastName": familyName,
    "groupMembers.1.firstName": "Anna",
    "groupMembers.1.lastName": "D'Amico",
    seatStreet: `via dei Mille ${1 + (index % 40)}`,
    seatMunicipality: town,
    organisationEmail: email,
    contactName: `${givenName} ${familyName}`,
    contactRole: "Presidente",
    contactPhone: "+39 333 000 0000",
    firstName: givenName,
    lastName: familyName,
    ageBand: "adult",
    livesInTuscany: index % 3 === 0 ? "domiciled" : "resident",
    homeMunicipality: town,
    hasFiscalCode: "yes",
    personCode: personCode(givenName, familyName, index),
    citizenEmail: email,
    enrolledInRunts: "yes",
  };
  if (!complete) return Object.entries(identity);
  return Object.entries({
    ...identity,
    motivation: why,
    activatorMotivation: why,
    meets: why,
    meetsAsPerson: why,
    missing: reasons[(index + 2) % reasons.length] ?? "",
    brings: resources[index % resources.length] ?? "",
    bringsAsPerson: resources[index % resources.length] ?? "",
    givesGuidance: index % 2 === 0 ? "informally" : "no",
    "delegates.0.firstName": givenName,
    "delegates.0.lastName": familyName,
    canAttend: index % 4 === 0 ? "most" : "all",
    connection: index % 5 === 0 ? "phone" : "computer",
    ...(locale === "en" ? { accessNeeds: "interpreter" } : {}),
  });
}

/** People of the list that have no account yet get one. */
async function seedApplicants(seed: Seed): Promise<Map<string, string>> {
  const { db, now } = seed.ctx({ name: "applicants", at: seed.instant(seed.day(-150), "09:00") });
  const known = new Map(
    demonstrationPeople.map((one) => [`${one.givenName} ${one.familyName}`, personId(one.key)]),
  );
  const all = [...organisations, ...groups, ...citizens];
  const fresh = all.filter((one) => !known.has(nameOf(one)));
  await db.insert(person).values(
    fresh.map((one) => ({
      id: seedId(`person:${nameOf(one)}`),
      givenName: one.givenName,
      familyName: one.familyName,
      email: mailboxOf(one.givenName, one.familyName),
      locale: one.locale ?? "it",
      emailVerifiedAt: now,
      createdAt: now,
    })),
  );
  const made = fresh.map((one) => [nameOf(one), seedId(`person:${nameOf(one)}`)] as const);
  return new Map([...known, ...made]);
}

async function townCodes(seed: Seed): Promise<string[]> {
  const { db } = seed.ctx({ name: "towns", at: seed.instant(seed.today, "09:00") });
  const rows = await db
    .select({ code: municipality.istatCode })
    .from(municipality)
    .where(
      inArray(municipality.name, ["Pontedera", "Volterra", "Capannoli", "Grosseto", "Santa Fiora"]),
    )
    .orderBy(municipality.istatCode);
  return rows.map((row) => row.code);
}

function trackOf({ group, informal }: SeedApplicant): ApplicationTrack {
  if (!group) return "citizen";
  return informal ? "informalGroup" : "organisation";
}

const nameOf = (one: SeedApplicant) => `${one.givenName} ${one.familyName}`;
