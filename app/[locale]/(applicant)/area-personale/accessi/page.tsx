import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { SignInForm } from "@/components/auth/sign-in-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { DoneAlert } from "@/components/ui/done-alert";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import { currentSession } from "@/lib/auth/request-context";
import { signedIn } from "@/lib/auth/signed-in";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { ownSessions, type SessionView } from "@/lib/people/queries/accounts";
import { routes } from "@/lib/routes";
import { endOneSession, endOtherSessions } from "../../../(public)/accedi/actions";
import { AreaMenu } from "../area-menu";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("auth");
  return { title: t("sessions.title"), robots: { index: false } };
}

/** Where one is signed in, and how to end it. */
export default async function SessionsPage({ searchParams }: Props) {
  const t = await getTranslations("auth");
  const ctx = await signedIn(routes.sessions());
  const [sessions, current] = await Promise.all([ownSessions(ctx), currentSession()]);
  const { fatto } = await searchParams;
  return (
    <>
      <AreaMenu ctx={ctx} />
      <div className="container ct-workbody">
        <h1>{t("sessions.title")}</h1>
        <p className="ct-lead">{t("sessions.lead")}</p>
        <div className="ct-auth ct-measure mt-4">
          {(fatto === "uno" || fatto === "altri") && (
            <DoneAlert key={ctx.requestId}>{t(`sessions.done.${fatto}`)}</DoneAlert>
          )}
          {sessions.map((session) => (
            <SessionPanel key={session.id} session={session} current={session.id === current?.id} />
          ))}
          {sessions.length > 1 && current && (
            <ClientMessages namespaces={["auth"]}>
              <SignInForm
                action={endOtherSessions}
                hidden={{ sessionId: current.id }}
                submit={t("sessions.endOthers")}
                pending={t("sessions.pending")}
                look="outline"
              />
            </ClientMessages>
          )}
        </div>
      </div>
    </>
  );
}

async function SessionPanel({ session, current }: { session: SessionView; current: boolean }) {
  const t = await getTranslations("auth");
  const locale = (await getLocale()) === "en" ? "en" : "it";
  const strength = session.strength as "mailbox" | "identity" | "staff";
  return (
    <Panel
      title={session.deviceLabel || t("sessions.unknown")}
      aside={current && <Pill tone="on">{t("sessions.current")}</Pill>}
    >
      <p>
        {t(`sessions.strength.${strength}`)}
        <br />
        {t("sessions.since", { when: dateAndHour(session.createdAt, locale) })}
        <br />
        {t("sessions.seen", { when: dateAndHour(session.lastSeenAt, locale) })}
      </p>
      {!current && (
        <ClientMessages namespaces={["auth"]}>
          <SignInForm
            action={endOneSession}
            hidden={{ sessionId: session.id }}
            submit={t("sessions.end")}
            pending={t("sessions.pending")}
            look="outline"
            small
          />
        </ClientMessages>
      )}
    </Panel>
  );
}
