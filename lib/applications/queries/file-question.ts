import { type FileField, fieldsOf } from "@/lib/calls/core/form-definition";
import type { Ctx } from "@/lib/context";
import { NotFound, Refused } from "@/lib/kernel/errors";
import { mayEdit } from "../core/rules";
import { applicationPolicy } from "../policy";
import type { LoadedApplication } from "./application-for-command";

/**
 * The question that a file is for, to who may answer it now. Throws NotFound where the form asks for
 * no such file, Refused(EditReason) where the draft is not written any more.
 */
export function fileQuestion(ctx: Ctx, found: LoadedApplication, fieldId: string): FileField {
  applicationPolicy.authorize(ctx.actor, "application.edit", found.application);
  const verdict = mayEdit(found.application, found.facts, found.timing);
  if (!verdict.ok) throw new Refused(verdict.reason);
  const field = fieldsOf(found.definition).find((one) => one.id === fieldId);
  if (field?.type !== "file") throw new NotFound();
  return field;
}
