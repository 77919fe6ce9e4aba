import { useLocale, useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { Link } from "@/components/ui/link";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { documentsIn } from "@/lib/calls/core/documents";
import { type ReopenedWithin, reopenedWords } from "@/lib/calls/core/reopening";
import { VERSION_FIELDS } from "@/lib/calls/core/version-texts";
import type { ActView, CallPage } from "@/lib/calls/queries/call-page";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { actKind } from "./call-timeline";
import { useCallWords, useTextLanguage } from "./call-words";
import { DocumentChanges } from "./document-changes";
import { OldNew } from "./old-new";

/** Every act in full: before, now and why; the publication is the first of them. */
export function CallActs({ call }: { call: CallPage }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { procedure } = call.content;
  return (
    <section id="atti">
      <h2>{t("page.acts")}</h2>
      {call.acts.map((act) => (
        <article className="ct-act" key={act.id}>
          <ActText act={act} slug={call.slug} />
          <p className="mt-3 mb-0">
            <Link href={routes.callVersions(call.slug, act.version)}>
              {t("page.compare")}
              <span className="visually-hidden">: {act.number}</span>
            </Link>
          </p>
        </article>
      ))}
      <article className="ct-act">
        <h3>{t("page.publication")}</h3>
        <p className="m-0 ct-muted">
          {t("page.actOf", {
            number: procedure.actNumber,
            day: longDate(procedure.actDate, locale),
          })}
        </p>
      </article>
    </section>
  );
}

/** Kind, number and day of an act, what it changed and why. */
export function ActText({ act, slug }: { act: ActView; slug: string }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const lang = useTextLanguage();
  const { before, after } = act;
  const moment = (at: string, time: string | undefined) =>
    deadlineMoment(new Date(at), time === "" ? "endOfDay" : "hour", locale);
  const fields = [
    ...VERSION_FIELDS.filter((field) => field !== "closesAt" && field in after),
    ...(after.form ? (["form"] as const) : []),
  ];
  return (
    <>
      <h3>{t(`act.${actKind(act.kind)}`)}</h3>
      <p className="ct-muted mb-0">
        {t("page.actOf", { number: act.number, day: longDate(act.actDate, locale) })}
      </p>
      {before.closesAt && after.closesAt && (
        <OldNew
          before={moment(before.closesAt, before.closesAtTime)}
          after={moment(after.closesAt, after.closesAtTime)}
        />
      )}
      {fields.length > 0 && (
        <p className="mb-2">
          {t("page.changed", {
            fields: new Intl.ListFormat(locale).format(fields.map((field) => t(`field.${field}`))),
          })}
        </p>
      )}
      {after.documents !== undefined && (
        <DocumentChanges
          before={documentsIn(before.documents ?? "")}
          after={documentsIn(after.documents)}
          address={(hash, extension) => routes.callDocument(slug, hash, extension)}
        />
      )}
      {after.scope && <p className="mb-2">{t(`scope.${scopeOf(after.scope)}`)}</p>}
      {after.only && <Only within={after.only} />}
      {after.until && (
        <p className="mb-2">{t("page.suspendedUntil", { day: longDate(after.until, locale) })}</p>
      )}
      <p className="mb-0">
        <strong>{t("page.why")}</strong> <span lang={lang}>{act.reason}</span>
      </p>
    </>
  );
}

/** The part of its applicants that an act opened the call again for, as the act keeps it. */
function Only({ within }: { within: string }) {
  const t = useTranslations("calls");
  const only = { reopenedFor: null, reopenedWithin: JSON.parse(within) as ReopenedWithin };
  return <p className="mb-2">{t("onlyFor", { whom: reopenedWords(only, useLocale()) })}</p>;
}

/** Above the text of a call that an act changed: what one must know before reading on. */
export function ActNote({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("calls");
  const words = useCallWords(now);
  const locale = useLocale();
  const extended = call.acts.find((act) => act.kind === "extension")?.before.closesAt;
  const [latest] = call.acts;
  const until = call.acts.find((act) => act.kind === "suspension")?.after.until;
  const said = [
    call.status === "revoked" && t("page.noteRevoked"),
    call.status === "suspended" &&
      t("page.noteSuspended", { day: until ? longDate(until, locale) : "" }),
    call.status !== "revoked" && call.reopenedFor && t(`scope.${scopeOf(call.reopenedFor[0] ?? "")}`),
    call.status !== "revoked" && call.reopenedWithin && t("onlyFor", { whom: reopenedWords(call, locale) }),
    call.status !== "revoked" && extended && `${words.extended(extended)}.`,
    latest?.kind === "rectification" && t("page.noteRectified", { day: longDate(latest.actDate, locale) }),
  ].filter(Boolean);
  if (said.length === 0) return null;
  return (
    <div className="mb-5">
      <Callout tone={call.status === "revoked" ? "cotto" : "amber"}>
        {said.join(" ")} <a href="#atti">{t("page.readWhy")}</a>
      </Callout>
    </div>
  );
}

function scopeOf(scope: string): "all" | "placesLeft" | "organisation" | "citizen" {
  return scope === "all" || scope === "organisation" || scope === "citizen" ? scope : "placesLeft";
}
