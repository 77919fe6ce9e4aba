import { person, staffCredential, staffMember } from "@/db/schema/people";
import { hashPassword } from "@/lib/auth/passwords";
import { ONE_TIME_SECRET_SEAL } from "@/lib/auth/staff-secrets";
import { seal } from "@/lib/platform/sealing";
import { DEMONSTRATION_PASSWORD, demonstrationPeople, demonstrationStaff } from "./accounts";
import { bodyId } from "./bodies";
import { type Seed, seedId } from "./seed";

/** The id of a person of the demonstration, by the key of its account, such as "amina-diallo". */
export const personId = (key: string) => seedId(`person:${key}`);

/** People who apply, and the staff of three bodies with password and second factor. */
export async function seedPeople(seed: Seed): Promise<void> {
  const { db, now } = seed.ctx({ name: "people", at: seed.instant(seed.day(-200), "09:00") });
  const everybody = [
    ...demonstrationPeople,
    ...demonstrationStaff.map((member) => ({ ...member, locale: "it" })),
  ];
  await db.insert(person).values(
    everybody.map(({ key, givenName, familyName, email, locale }) => ({
      id: personId(key),
      givenName,
      familyName,
      email,
      locale,
      emailVerifiedAt: now,
      createdAt: now,
    })),
  );
  await db
    .insert(staffMember)
    .values(
      demonstrationStaff.flatMap(({ key, body, roles }) =>
        roles.map((role) => ({ bodyId: bodyId(body), personId: personId(key), role })),
      ),
    );
  const passwordHash = await hashPassword(DEMONSTRATION_PASSWORD);
  await db.insert(staffCredential).values(
    demonstrationStaff.map(({ key, secret }) => ({
      personId: personId(key),
      passwordHash,
      totpSecret: seal(ONE_TIME_SECRET_SEAL, secret),
    })),
  );
}
