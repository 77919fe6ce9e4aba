import { deskEntry } from "@/db/schema/desk";
import { personOf } from "@/lib/auth/actor";
import type { Ctx } from "@/lib/context";
import { Unauthenticated } from "@/lib/kernel/errors";
import type { DeskRecord } from "../schema/desk";

type NewEntry = Omit<DeskRecord, "arrivedAt"> & {
  id: string;
  applicationId: string;
  bodyId: string;
  purpose: "application" | "withdrawal" | "address" | "reason" | "integration";
  arrivedAt: string | null;
  privacyGiven?: string | null;
  privacyVersion?: string | null;
  enteredAt: string;
};

/** Writes down how the desk came to act: how the person was known, and who is answerable for it. */
export async function writeDeskEntry(tx: Ctx, given: NewEntry): Promise<void> {
  const enteredBy = personOf(tx.actor);
  if (!enteredBy) throw new Unauthenticated();
  const { id, applicationId, bodyId, purpose, channel, arrivedAt, reference } = given;
  const { identity, documentKind, documentNumber, delegation, email, lateReason } = given;
  await tx.db.insert(deskEntry).values({
    ...{ id, applicationId, bodyId, purpose, channel, arrivedAt, reference },
    ...{ identity, documentKind, documentNumber, delegation, email, lateReason },
    privacyGiven: given.privacyGiven ?? null,
    privacyVersion: given.privacyVersion ?? null,
    ...{ enteredBy, enteredAt: given.enteredAt },
  });
}
