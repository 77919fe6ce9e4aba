import { deadlineMoment } from "@/lib/calls/core/deadline";
import { romeDate } from "@/lib/kernel/rome-time";
import { dateAndHour, type Locale, longDate } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, Paragraph, Part, Quiet, TextLink } from "./parts";
import type { MailTemplate, MailWords } from "./template";

export type NewCallView = {
  title: string;
  summary: string;
  body: string;
  zone: string | null;
  /** ISO instants. */
  opensAt: string | null;
  closesAt: string | null;
  /** False: the end is that of a day. */
  precise: boolean;
  /** Whether it opens only later than the letter is written. */
  upcoming: boolean;
  url: string;
};

export type NewCallsView = {
  /** The letter of a day, in place of one for each call. */
  daily: boolean;
  calls: NewCallView[];
  /** How many there are beside those named. */
  more: number;
  listUrl: string;
  manageUrl: string;
  /** For mail programs: a bare POST ends the subscription (RFC 8058). */
  unsubscribeUrl: string;
  expiresAt: string;
};

export const newCalls: MailTemplate<NewCallsView> = {
  subject: ({ calls, more }, t) =>
    t("newCalls.subject", { count: calls.length + more, title: calls[0]?.title ?? "" }),
  why: (t) => t("newCalls.why"),
  secret: true,
  unsubscribe: (view) => view.unsubscribeUrl,
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("newCalls.heading", { count: view.calls.length + view.more })}</Heading>
      {view.calls.map((call) => (
        <OneCall key={call.url} call={call} t={t} locale={locale} alone={view.calls.length === 1} />
      ))}
      {view.more > 0 && (
        <Paragraph>
          <TextLink href={view.listUrl}>{t("newCalls.more", { count: view.more })}</TextLink>
        </Paragraph>
      )}
      <Quiet>
        {t("newCalls.ends", { day: longDate(romeDate(new Date(view.expiresAt)), locale) })}{" "}
        <TextLink href={view.manageUrl}>{t("newCalls.manage")}</TextLink>
      </Quiet>
    </>
  ),
};

type OneProps = { call: NewCallView; t: MailWords; locale: Locale; alone: boolean };

function OneCall({ call, t, locale, alone }: OneProps) {
  const end = call.closesAt
    ? deadlineMoment(new Date(call.closesAt), call.precise ? "hour" : "endOfDay", locale)
    : t("newCalls.always");
  return (
    <>
      <Part>{call.title}</Part>
      {call.summary && <Paragraph>{call.summary}</Paragraph>}
      <Facts
        rows={[
          [t("newCalls.body"), call.body],
          [t("newCalls.zone"), call.zone],
          [
            t("newCalls.opens"),
            call.upcoming && call.opensAt ? dateAndHour(new Date(call.opensAt), locale) : null,
          ],
          [t("newCalls.until"), end],
        ]}
      />
      {alone ? (
        <Action href={call.url}>{t("newCalls.read")}</Action>
      ) : (
        <Paragraph>
          <TextLink href={call.url}>{t("newCalls.readOf", { title: call.title })}</TextLink>
        </Paragraph>
      )}
    </>
  );
}
