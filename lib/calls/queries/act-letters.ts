import { env } from "@/lib/env";
import type { Locale } from "@/lib/kernel/rome-words";
import type { MailViews } from "@/lib/mail/kinds";
import { renderMail } from "@/lib/mail/render-mail";
import { actRecord } from "../core/act-record";
import { compareDefinitions } from "../core/compare-definitions";
import { actLetter, ownPartOf } from "../mails";
import type { ActToCheck } from "./staff-acts";

/** A message about an act as it would leave. */
export type LetterSample = { standing: "draft" | "sent"; subject: string; text: string };

/** The letters that a prepared act would send, to one with a draft and to one who has sent. Pure. */
export function actLetters(
  act: ActToCheck,
  body: string,
  now: Date,
  locale: Locale,
): LetterSample[] {
  const { call, prepared, patch } = act;
  const { given, kind } = prepared;
  const { view } = actLetter(
    {
      id: call.id,
      callId: call.id,
      kind,
      number: given.number,
      actDate: given.actDate,
      reason: given.reason,
      ...actRecord(call, kind, given, patch),
      version: call.version + 1,
      publishedAt: now.toISOString(),
      publishedBy: null,
    },
    { ...call, title: patch.title ?? call.title },
    act.form ? compareDefinitions(act.form.before, act.form.after) : undefined,
  );
  const { PROGRAMME_NAME: programme, APP_ORIGIN: origin } = env();
  const sender = { name: body, programme, origin, email: null, phone: null, helpHours: null };
  return (["draft", "sent"] as const).map((standing) => {
    const own = ownPartOf(call.id, {
      key: standing,
      email: "",
      name: "",
      locale,
      standing,
      path: "/",
      leavePath: null,
    });
    const whole = { ...view, ...own.view } as MailViews["callAct"];
    const { subject, text } = renderMail("callAct", whole, { locale, sender });
    return { standing, subject, text };
  });
}
