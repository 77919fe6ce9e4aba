import { useLocale, useTranslations } from "next-intl";
import { VersionChanges } from "@/components/public/version-changes";
import { FormChanges } from "@/components/ui/form-changes";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { ACT_WORDS } from "@/lib/calls/core/act-kinds";
import { deadlineOf } from "@/lib/calls/core/call-status";
import { compareDefinitions } from "@/lib/calls/core/compare-definitions";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import { reopenedWords } from "@/lib/calls/core/reopening";
import { changesBetween } from "@/lib/calls/core/version-texts";
import type { ActToCheck } from "@/lib/calls/queries/staff-acts";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { refusalOf } from "./problems";

/** The act as everybody will read it, and what it changes from the version in force. */
export function ActCheck({ act, now }: { act: ActToCheck; now: Date }) {
  const t = useTranslations("acts");
  const why = useTranslations("staff");
  const calls = useTranslations("calls");
  const locale = useLocale();
  const { call, prepared, verdict, patch, form } = act;
  const { given, kind } = prepared;
  const after = { ...call, ...patch };
  const changes = changesBetween(call, after);
  return (
    <Panel title={calls(`act.${kind}`)}>
      {prepared.stale && <p className="note note-warn">{t("stale")}</p>}
      {!verdict.ok && (
        <p className="note note-warn">{why(`refusals.${refusalOf(verdict.reason)}`)}</p>
      )}
      <p>
        <strong>
          {t("actOf", { number: given.number, day: longDate(given.actDate, locale) })}
        </strong>
      </p>
      <p>{given.reason}</p>
      <VersionChanges
        changes={changes}
        precise={{ before: call.closesAtTime !== null, after: after.closesAtTime !== null }}
        documentAddress={(hash, extension) => routes.staffDocument(call.id, hash, extension)}
        level={3}
      />
      {form && (
        <section className="ct-change">
          <h3 className="ct-h3">{calls("field.form")}</h3>
          <FormChanges changes={compareDefinitions(form.before, form.after)} level={4} />
          {verdict.ok && after.state === "published" && hurries(after, now) && (
            <p className="note note-warn mt-s">{t("form.hurry")}</p>
          )}
        </section>
      )}
      {given.until && <p>{t("untilIs", { day: longDate(given.until, locale) })}</p>}
      {kind === "reopening" && <p>{t(`scope.${given.scope}`)}</p>}
      {patch.reopenedWithin && <p>{t("only.onlyFor", { whom: reopenedWords(after, locale) })}</p>}
      {after.state === "published" && (
        <p className="note mt-m">
          <q>{deadlineSentence(deadlineOf(after, now), locale)}</q>
        </p>
      )}
      <p className="mt-m">
        <Link href={routes.staffNewAct(call.id, ACT_WORDS[kind])}>{t("change")}</Link>
      </p>
    </Panel>
  );
}

/** Days in which somebody with a draft can be expected to come back to it. */
const ENOUGH_DAYS = 7;

/** Whether a form changes so late that who has a draft may not come to know in time. */
function hurries({ closesAt }: { closesAt: Date | null }, now: Date): boolean {
  return closesAt !== null && closesAt.getTime() - now.getTime() < ENOUGH_DAYS * 86_400_000;
}
