import { redirect } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { AnswersSummary } from "@/components/applicant/answers-summary";
import { STATE_KINDS } from "@/components/applicant/application-card";
import { CodeInUse } from "@/components/applicant/code-in-use";
import { DeedForm } from "@/components/applicant/deed-form";
import { DetailAside } from "@/components/applicant/detail-aside";
import { FormNews } from "@/components/applicant/form-news";
import { History } from "@/components/applicant/history";
import { IntegrationTodo } from "@/components/applicant/integration-todo";
import { NextSteps } from "@/components/applicant/next-steps";
import { TickForm } from "@/components/applicant/tick-form";
import { ClientMessages } from "@/components/layout/client-messages";
import { MessageForm } from "@/components/messages/message-form";
import { MessageList } from "@/components/messages/message-list";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { DoneAlert } from "@/components/ui/done-alert";
import { Tag } from "@/components/ui/pill";
import { StateLabel } from "@/components/ui/state-label";
import { readThread } from "@/lib/applications/commands/read-thread";
import { upcomingSteps } from "@/lib/applications/core/upcoming-steps";
import { myApplication } from "@/lib/applications/queries/my-application";
import { refusedForCode } from "@/lib/applications/queries/refused-for-code";
import { personOf } from "@/lib/auth/actor";
import { signedIn } from "@/lib/auth/signed-in";
import { visibleSections } from "@/lib/calls/core/form-visibility";
import { addressIn } from "@/lib/i18n/addresses";
import { pageTitle } from "@/lib/i18n/page-title";
import { exactMoment, longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { pageLocale, type StepPageProps } from "../../../candidature/[id]/frame-props";
import { AreaMenu } from "../../area-menu";
import { copyAction, startReplacementAction, withdrawAction } from "./actions";

export async function generateMetadata({ searchParams }: StepPageProps) {
  const t = await getTranslations("applications");
  return { title: await pageTitle(t("mine.title"), Boolean((await searchParams).rifiuto)) };
}

export default async function MyApplicationDetail({ params, searchParams }: StepPageProps) {
  const [{ id }, query, locale, t, words] = await Promise.all([
    params,
    searchParams,
    pageLocale(),
    getTranslations("applications"),
    getTranslations("thread"),
  ]);
  const ctx = await signedIn(routes.myApplication(id));
  const found = await orNotFound(myApplication(ctx, id, { before: query.prima }));
  const { application, call, body, receipt, thread } = found;
  // Whoever keeps the desk has a page of their own for it.
  if (found.atDesk && application.personId !== personOf(ctx.actor)) {
    const done = query.integrata ? "?fatto=integrazione" : "";
    redirect(addressIn(locale, routes.staffDeskEntry(call.id, id) + done));
  }
  const shown = thread?.messages.at(-1);
  if (shown) await readThread(ctx, { applicationId: id, upTo: shown.number });
  const draft = application.state === "draft";
  const open = draft && found.mayEdit.ok;
  const when = draft
    ? call.closesAt && exactMoment(call.closesAt, locale)
    : longDate(found.endsOn, locale);
  const refusedAt = found.nextStep === "draftOver" ? await refusedForCode(ctx, found) : undefined;
  const asked = found.integrations.find((one) => one.state === "open");
  const upcoming = upcomingSteps(
    receipt?.nextSteps ?? [],
    { meetings: found.meetings, told: found.told, asked: asked?.closesAt },
    ctx.now,
  );
  const sections = visibleSections(found.definition, application.track ?? "citizen", found.values);
  return (
    <>
      <AreaMenu ctx={ctx} />
      <div className="container pb-5">
        <Breadcrumb
          items={[
            { label: t("mine.home"), href: routes.home() },
            { label: t("mine.title"), href: routes.myApplications() },
            { label: call.title },
          ]}
        />
        <p className="pt-4 ct-flex">
          <StateLabel kind={STATE_KINDS[found.state]}>
            {t(
              found.application.setAsideAt
                ? "state.setAside"
                : found.replaced
                  ? "state.replaced"
                  : `state.${found.state}`,
            )}
          </StateLabel>
          {found.sent && <Tag>{t("mine.number", { number: found.sent.registerNumber })}</Tag>}
        </p>
        <h1>{call.title}</h1>
        <p className="ct-lead">
          {application.track === "citizen"
            ? t("mine.forYou", { body: body.name })
            : t("mine.for", {
                body: body.name,
                name: application.applicantName || t("mine.yourOrganisation"),
              })}
        </p>
        <div className="ct-withside-r">
          <div>
            {query.integrata && <DoneAlert key={ctx.requestId}>{t("integrated")}</DoneAlert>}
            {query.fatto === "ritiro" && (
              <DoneAlert key={ctx.requestId}>{t("withdraw.done")}</DoneAlert>
            )}
            {asked && <IntegrationTodo asked={asked} id={id} locale={locale} />}
            {!asked && (
              <section className={open ? "ct-todo" : "ct-panel p-4 mb-4"} aria-labelledby="ora">
                <h2 id="ora">{t("detail.now")}</h2>
                <p>{t(`nextStep.${found.nextStep}` as "nextStep.draft", { when: when ?? "" })}</p>
                {refusedAt && <CodeInUse draft={found} locale={locale} refusedAt={refusedAt} />}
                {open && (
                  <ButtonLink href={routes.applicationStep(id, "riepilogo")}>
                    {t("mine.resume")}
                  </ButtonLink>
                )}
              </section>
            )}
            {found.news && application.state !== "withdrawn" && (
              <FormNews
                news={found.news}
                {...(draft ? {} : { sent: { mayReplace: found.mayReplace } })}
              />
            )}
            {!draft && application.state !== "withdrawn" && upcoming.length > 0 && (
              <section aria-labelledby="dopo">
                <h2 id="dopo">{t("detail.after")}</h2>
                <NextSteps steps={upcoming} locale={locale} />
              </section>
            )}
            <section className="mt-5" aria-labelledby="successo">
              <h2 id="successo">{t("detail.happened")}</h2>
              <History happened={found.happened} locale={locale} />
            </section>
            {thread && (
              <section id="messaggi" className="mt-5" aria-labelledby="messaggi-titolo">
                <h2 id="messaggi-titolo">{words("title")}</h2>
                {query.fatto === "messaggio" && (
                  <DoneAlert key={ctx.requestId}>{words("sent")}</DoneAlert>
                )}
                <MessageList thread={thread} side="applicant" page={routes.myApplication(id)} />
                <MessageForm
                  thread={thread}
                  side="applicant"
                  address={routes.applicationMessages(id)}
                  refusal={query.rifiuto}
                />
              </section>
            )}
            <h2 className="mt-5">{t("detail.answers")}</h2>
            {found.erased && (
              <Callout>
                {t("detail.erased", {
                  count: found.erased.count,
                  day: longDate(found.erased.on, locale),
                })}
              </Callout>
            )}
            <AnswersSummary
              sections={sections.filter((section) => section.step !== "declarations")}
              values={found.values}
              files={found.attachments}
              municipalities={new Map(found.municipalities.map((one) => [one.value, one.label]))}
              locale={locale}
            />
            {found.mayReplace && found.answersForIt && (
              <section id="cambia" aria-labelledby="cambia-titolo" className="ct-panel p-4 mt-4">
                <h2 id="cambia-titolo">{t("replace.title")}</h2>
                <p>{t("replace.text")}</p>
                <ClientMessages namespaces={["applications", "organisations", "fields"]}>
                  <DeedForm
                    action={startReplacementAction}
                    hidden={{ applicationId: id }}
                    submit={t("replace.do")}
                    pending={t("replace.doing")}
                    look="outline"
                  />
                </ClientMessages>
              </section>
            )}
            {found.mayWithdraw && (
              <section id="ritiro" aria-labelledby="ritiro-titolo" className="ct-panel p-4 mt-4">
                <h2 id="ritiro-titolo">{t("withdraw.title")}</h2>
                <p>{t("withdraw.text")}</p>
                <TickForm
                  applicationId={id}
                  name="sure"
                  label={t("withdraw.sure")}
                  needed={t("withdraw.tick")}
                  submit={t("withdraw.do")}
                  pending={t("withdraw.doing")}
                  danger
                  action={withdrawAction}
                />
              </section>
            )}
          </div>
          <DetailAside found={found} locale={locale} copy={copyAction} />
        </div>
      </div>
    </>
  );
}
