import { redirect, unstable_rethrow } from "next/navigation";
import { getLocale } from "next-intl/server";
import type { z } from "zod";
import type { ActionState } from "./action-state";
import { personOf } from "./auth/actor";
import type { Audience } from "./auth/contexts";
import { type FormPurpose, formToken, requireFormToken } from "./auth/form-origin";
import { requestContext } from "./auth/request-context";
import type { Ctx } from "./context";
import { addressIn } from "./i18n/addresses";
import { InvalidInput, isAppError, RateLimited, Refused, Stale } from "./kernel/errors";
import { tellTooMany } from "./platform/told-status";
import { logUnexpected } from "./platform/unexpected";
import { fieldsOf } from "./posted-fields";

type Options<Result> = {
  /** Who may call: the kind of session that is resolved; rights are checked by the command. */
  audience: Audience;
  /** Where to go when it is done, without language; undefined stays on the page. */
  redirectTo?: (result: Result) => string | undefined;
  /**
   * For forms that decide: what they are about, and the field that names it. They carry a token in
   * `_token` that only who was shown the form for it has, besides the framework's check of origin.
   */
  token?: { purpose: FormPurpose; subject: string };
  /**
   * Text fields given back after a refusal, so that nothing typed is lost without JavaScript; "all"
   * where a form makes its own fields.
   */
  keep?: readonly string[] | "all";
};

export type Action = (previous: ActionState, form: FormData) => Promise<ActionState>;

/**
 * The one way to make a server action: resolves the session, parses the form, runs the command
 * and maps what it throws. Redirects pass through; the unexpected is logged under an id.
 */
export function action<Schema extends z.ZodType, Result>(
  name: string,
  schema: Schema,
  command: (ctx: Ctx, input: z.output<Schema>) => Promise<Result>,
  options: Options<Result>,
): Action {
  return async (_previous, form) => {
    const fields = fieldsOf(form);
    const kept = Object.fromEntries(
      Object.entries(fields).filter(
        ([field]) => options.keep === "all" || options.keep?.includes(field),
      ),
    );
    try {
      const ctx = await requestContext(options.audience);
      if (options.token) requireOwnToken(ctx, options.token, fields);
      const parsed = schema.safeParse(fields);
      if (!parsed.success) throw invalidInput(parsed.error);
      const result = await command(ctx, parsed.data);
      const target = options.redirectTo?.(result);
      if (target) redirect(addressIn((await getLocale()) === "en" ? "en" : "it", target));
      return { status: "done", result };
    } catch (error) {
      unstable_rethrow(error);
      return stateOf(name, error, kept);
    }
  };
}

function requireOwnToken(
  ctx: Ctx,
  { purpose, subject }: { purpose: FormPurpose; subject: string },
  fields: Record<string, string | string[]>,
): void {
  const expected = formToken(purpose, personOf(ctx.actor) ?? "", String(fields[subject] ?? ""));
  requireFormToken(String(fields._token ?? ""), expected);
}

function stateOf(
  name: string,
  error: unknown,
  kept: Record<string, string | string[]>,
): ActionState {
  if (error instanceof InvalidInput) {
    return { status: "invalid", fields: { ...error.fields }, kept };
  }
  if (error instanceof Refused) {
    return { status: "failed", code: error.code, reason: error.reason, kept };
  }
  if (error instanceof Stale) {
    const { code, changed, conflicts } = error;
    return { status: "failed", code, changed, conflicts, kept };
  }
  if (error instanceof RateLimited) tellTooMany(error.retryAfterSeconds);
  if (isAppError(error)) return { status: "failed", code: error.code, kept };
  return { status: "failed", code: "unexpected", incident: logUnexpected(name, error), kept };
}

function invalidInput(error: z.ZodError): InvalidInput {
  const fields: Record<string, string> = {};
  for (const issue of error.issues) fields[issue.path.join(".") || "form"] ??= issue.message;
  return new InvalidInput(fields);
}
