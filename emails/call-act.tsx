import { Fragment } from "react";
import type { ActKind } from "@/lib/calls/core/act-kinds";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import type { FormNews } from "@/lib/calls/core/form-news";
import { type ReopenedOnly, reopenedWords } from "@/lib/calls/core/reopening";
import { VERSION_FIELDS } from "@/lib/calls/core/version-texts";
import { type Locale, longDate } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, List, Note, Paragraph, Part, TextLink } from "./parts";
import type { MailTemplate, MailWords } from "./template";

export type CallActMailView = {
  kind: ActKind;
  callTitle: string;
  number: string;
  actDate: string;
  reason: string;
  /** ISO instants, UTC. */
  publishedAt: string;
  /** The new end and the old one, where the act moved it. */
  closesAt: string | null;
  closedAt: string | null;
  /** Whether the old end had an hour. */
  closedPrecise: boolean;
  /** False: the end is that of a day. */
  precise: boolean;
  /** Day on which a suspension is expected to end. */
  until: string | null;
  /** For whom a call is open again. */
  scope: string | null;
  /** The part of them, if it is not for all. */
  only: ReopenedOnly | null;
  /** What a rectification changed. */
  fields: string[];
  /** What its form asks otherwise; null where the form stays. */
  form: FormNews | null;
  callUrl: string;
  /** Both versions side by side. */
  actUrl: string;
  standing: "draft" | "sent" | "subscribed";
  ownUrl: string | null;
  leaveUrl: string | null;
};

type BodyProps = { view: CallActMailView; t: MailWords; locale: Locale };

export const callAct: MailTemplate<CallActMailView> = {
  subject: (view, t) => t(`callAct.subject.${view.kind}`, { title: view.callTitle }),
  why: (t) => t("callAct.why"),
  unsubscribe: (view) => view.leaveUrl,
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t(`callAct.heading.${view.kind}`)}</Heading>
      <Paragraph>{t(`callAct.intro.${view.kind}`, { title: view.callTitle })}</Paragraph>
      <What view={view} t={t} locale={locale} />
      {view.form && <Form form={view.form} t={t} locale={locale} />}
      <Standing view={view} t={t} locale={locale} />
      <Facts
        rows={[
          [t("callAct.reason"), view.reason],
          [
            t("callAct.act"),
            t("callAct.actOf", { number: view.number, day: longDate(view.actDate, locale) }),
          ],
        ]}
      />
      <Next view={view} t={t} locale={locale} />
    </>
  ),
};

function What({ view, t, locale }: BodyProps) {
  const moment = (at: string, precise: boolean) =>
    deadlineMoment(new Date(at), precise ? "hour" : "endOfDay", locale);
  const known = VERSION_FIELDS.filter((field) => view.fields.includes(field));
  return (
    <>
      {view.closesAt && (
        <Paragraph>
          <strong>{t("callAct.end", { moment: moment(view.closesAt, view.precise) })}</strong>{" "}
          {view.closedAt &&
            t("callAct.endBefore", {
              moment: moment(view.closedAt, view.closedPrecise),
            })}
        </Paragraph>
      )}
      {view.scope && view.scope !== "all" && (
        <Paragraph>{t(`callAct.scope.${scopeOf(view.scope)}`)}</Paragraph>
      )}
      {view.only && (
        <Paragraph>{t("callAct.only", { whom: reopenedWords(view.only, locale) })}</Paragraph>
      )}
      {view.until && (
        <Paragraph>{t("callAct.until", { day: longDate(view.until, locale) })}</Paragraph>
      )}
      {known.length > 0 && (
        <>
          <Paragraph>{t("callAct.changed")}</Paragraph>
          <List items={known.map((field) => t(`callAct.field.${field}`))} />
        </>
      )}
    </>
  );
}

/** The questions that are new or asked otherwise, by their words. */
function Form({ form, t, locale }: { form: FormNews } & Omit<BodyProps, "view">) {
  return (
    <>
      <Part>{t("callAct.form.title")}</Part>
      {NEWS.filter((kind) => form[kind].length > 0).map((kind) => (
        <Fragment key={kind}>
          <Paragraph>{t(`callAct.form.${kind}`)}</Paragraph>
          <List items={form[kind].map((words) => words[locale])} />
        </Fragment>
      ))}
    </>
  );
}

const NEWS = ["added", "stricter", "changed", "removed", "rules"] as const;

/** What it means for who has a draft or has sent; nothing for who only follows. */
function Standing({ view, t }: BodyProps) {
  if (view.standing === "subscribed") return null;
  return <Note>{t(`callAct.standing.${view.standing}.${view.kind}`)}</Note>;
}

function Next({ view, t }: BodyProps) {
  const draft =
    view.standing === "draft" && view.kind !== "revocation" && view.kind !== "suspension";
  return (
    <>
      <Action href={draft && view.ownUrl ? view.ownUrl : view.callUrl}>
        {t(draft ? "callAct.resume" : "callAct.read")}
      </Action>
      {view.kind !== "revocation" && (
        <Paragraph>
          <TextLink href={view.actUrl}>{t("callAct.compare")}</TextLink>
        </Paragraph>
      )}
      {view.leaveUrl && (
        <Paragraph>
          <TextLink href={view.leaveUrl}>{t("callAct.leave")}</TextLink>
        </Paragraph>
      )}
    </>
  );
}

function scopeOf(scope: string): "placesLeft" | "organisation" | "citizen" {
  return scope === "organisation" || scope === "citizen" ? scope : "placesLeft";
}
