import { eq } from "drizzle-orm";
import { call, formDefinition } from "@/db/schema/calls";
import { body } from "@/db/schema/territory";
import { recordEvent } from "@/lib/audit/record-event";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { inTransaction } from "@/lib/transaction";
import { callTemplate } from "../core/call-templates";
import { emptyContent } from "../core/content";
import type { Regime } from "../core/regimes";
import { slugOf } from "../core/slug";
import { callPolicy } from "../policy";
import { rulesInForce } from "../queries/regime-rules";

export type NewCall = {
  bodyId: string;
  title: string;
  regime: Regime;
  /** Key of a template; empty: the plain one of the regime. */
  template: string;
};

/**
 * Starts a draft out of a template: its form, its texts, what is known of the body and what the body
 * has made of the regime. Returns the call's id. Throws NotFound for a body that is not the actor's.
 */
export async function createCall(ctx: Ctx, given: NewCall): Promise<{ id: string }> {
  return inTransaction(ctx, async (tx) => {
    callPolicy.authorize(tx.actor, "call.create", { bodyId: given.bodyId });
    const [issuer] = await tx.db.select().from(body).where(eq(body.id, given.bodyId)).for("share");
    if (!issuer) throw new NotFound();
    const template = callTemplate(given.template, given.regime);
    const { rules } = await rulesInForce(tx, issuer.id, given.regime);
    const admitted = template.audiences.filter((kind) => rules.applicants.includes(kind));
    const id = tx.newId();
    const formId = tx.newId();
    await tx.db.insert(formDefinition).values({
      id: formId,
      bodyId: issuer.id,
      definition: template.form,
      createdAt: tx.now,
    });
    const empty = emptyContent();
    await insertUnderFreeSlug(tx, slugOf(given.title), {
      id,
      bodyId: issuer.id,
      zoneId: issuer.zoneId,
      regime: given.regime,
      title: given.title,
      audiences: [...(admitted.length > 0 ? admitted : rules.applicants)],
      minimumAge: template.minimumAge ?? rules.minimumAge,
      peremptory: rules.peremptory,
      content: {
        ...empty,
        ...(rules.comparative && template.evaluation && { evaluation: template.evaluation }),
        sheet: { ...empty.sheet, ...template.sheet },
        procedure: {
          ...empty.procedure,
          office: issuer.officeName,
          digitalDomicile: issuer.pec ?? "",
          remedy: template.remedy,
        },
        contacts: {
          ...empty.contacts,
          phone: issuer.phone ?? "",
          email: issuer.email ?? "",
          helpHours: issuer.helpHours ?? "",
          address: issuer.address ?? "",
        },
      },
      formDefinitionId: formId,
      createdAt: tx.now,
      updatedAt: tx.now,
    });
    await recordEvent(tx, {
      bodyId: issuer.id,
      action: "call.created",
      subjectType: "call",
      subjectId: id,
      facts: { regime: given.regime, template: template.key },
    });
    return { id };
  });
}

/** Two authors may choose the same title at once: the database says which address is free. */
async function insertUnderFreeSlug(
  tx: Ctx,
  slug: string,
  row: Omit<typeof call.$inferInsert, "slug">,
): Promise<void> {
  for (let attempt = 1; ; attempt += 1) {
    const inserted = await tx.db
      .insert(call)
      .values({ ...row, slug: attempt === 1 ? slug : `${slug}-${attempt}` })
      .onConflictDoNothing({ target: call.slug })
      .returning({ id: call.id });
    if (inserted.length > 0) return;
  }
}
