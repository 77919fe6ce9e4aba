import { randomUUID } from "node:crypto";
import type { Pool } from "pg";
import type { Database } from "@/db/client";
import { formDefinition } from "@/db/schema/calls";
import { submitApplication } from "@/lib/applications/commands/submit-application";
import type { FormDefinition } from "@/lib/calls/core/form-definition";

import {
  type Applicant,
  bodyCode,
  completeDraft,
  confirmation,
  openCall,
  somebody,
} from "./applications";
import { sampleForm } from "./sample-form";

export const SECRET = "Una cosa che riguarda solo me";
let number = 500;

/** The sample form, whose questions are kept for so many days after the outcome. */
export function keptFor(days: Readonly<Record<string, number>>): FormDefinition {
  return {
    ...sampleForm,
    sections: sampleForm.sections.map((section) => ({
      ...section,
      fields: section.fields.map((field) => ({
        ...field,
        retentionDays: days[field.id] ?? field.retentionDays,
      })),
    })),
  };
}

/** An application that was sent with such a form, and a file; its call has no outcome yet. */
export async function sentUnder(db: Database, owner: Pool, form: FormDefinition) {
  number += 1;
  const own = number;
  const officer = await somebody(db, "Chiara");
  const id = officer.ctx.newId();
  const { bodyId, callId } = await openCall(officer.ctx);
  const now = new Date();
  await db
    .insert(formDefinition)
    .values({ id, bodyId, definition: form, frozenAt: now, createdAt: now });
  await owner.query("update call set form_definition_id = $2 where id = $1", [callId, id]);
  const applicant = await somebody(db, "Lucia");
  const applicationId = await completeDraft(applicant, callId, {
    code: bodyCode(own),
    why: SECRET,
  });
  const sha = own.toString(16).padStart(64, "0");
  await owner.query(
    "insert into file_object (sha256, size, media_type, stored_at) values ($1, 9, 'application/pdf', now())",
    [sha],
  );
  await owner.query(
    `insert into attachment (id, application_id, field_id, file_hash, name, state, uploaded_by, created_at)
     values ($1, $2, 'paper', $3, 'statuto.pdf', 'clean', $4, now())`,
    [randomUUID(), applicationId, sha, applicant.personId],
  );
  const result = await submitApplication(
    applicant.ctx,
    await confirmation(applicant.ctx, applicationId),
  );
  return { bodyId, callId, officer, applicant, applicationId, result };
}

/** The outcome of its call, so many days ago. */
export async function publishOutcomeAgo(
  owner: Pool,
  { callId, bodyId, officer }: { callId: string; bodyId: string; officer: Applicant },
  days: number,
): Promise<void> {
  await owner.query(
    `with moved as (update call set state = 'outcomePublished' where id = $1)
     insert into outcome (id, call_id, body_id, act_number, act_date, published_at, expires_at, published_by)
     values ($2, $1, $3, '1', '2026-01-01', now() - make_interval(days => $4), now(), $5)`,
    [callId, randomUUID(), bodyId, days, officer.personId],
  );
}
