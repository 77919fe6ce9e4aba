import { type FileField, fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { applicationPolicy } from "../policy";
import type { FilesInHand } from "./files-in-hand";

/**
 * The question that a file is for, to who may answer it now. Throws NotFound where no such file is
 * asked for, Refused(EditReason | PrepareReason) where nothing is written any more.
 */
export function fileQuestion(ctx: Ctx, hand: FilesInHand, fieldId: string): FileField {
  const { found, verdict } = hand;
  applicationPolicy.authorize(ctx.actor, "application.edit", found.application);
  if (!verdict.ok) throw new Refused(verdict.reason);
  const field = fieldsOf(found.definition).find((one) => one.id === fieldId);
  if (field?.type !== "file" || !hand.asks(field.id)) throw new NotFound();
  return field;
}
