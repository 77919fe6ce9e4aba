import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { ClientMessages } from "@/components/layout/client-messages";
import { CallHead } from "@/components/staff/call-head";
import { QuestionAnswer } from "@/components/staff/question-answer";
import { AnsweredQuestions, WaitingQuestions } from "@/components/staff/question-lists";
import { Alert } from "@/components/ui/callout";
import { Panel } from "@/components/ui/panel";
import { questionQueue } from "@/lib/calls/queries/clarifications";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { staffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";
import { readAsStaff } from "../../../../../staff-request";
import { answerQuestionAction } from "./actions";

type Props = {
  params: Promise<{ id: string }>;
  searchParams: Promise<Record<string, string | string[] | undefined>>;
};

export async function generateMetadata(): Promise<Metadata> {
  return { title: (await getTranslations("clarifications"))("staff.title") };
}

/** The questions about a call: the one that is answered now, those that wait, those that are done. */
export default async function QuestionsPage({ params, searchParams }: Props) {
  const [{ id }, { domanda, fatto }, locale, t] = await Promise.all([
    params,
    searchParams,
    getLocale(),
    getTranslations("clarifications"),
  ]);
  const { call, queue } = await readAsStaff(routes.staffQuestions(id), async (ctx) => {
    const found = await staffCall(ctx, id);
    return { call: found, queue: await questionQueue(ctx, found) };
  });
  const { waiting, answered, mayAnswer } = queue;
  const open = waiting.find((one) => one.id === domanda) ?? waiting[0];
  return (
    <ClientMessages namespaces={["staff", "clarifications"]}>
      <CallHead call={call} here="call" title={t("staff.title")} text={t("staff.text")} />
      {fatto === "si" && <Alert tone="done">{t("staff.done")}</Alert>}
      <div className="st-cols c-2-1 mt-m">
        <Panel title={t("staff.waiting")}>
          {open ? (
            <>
              <p className="small soft">
                {t("staff.askedOn", { moment: dateAndHour(open.askedAt, locale) })}
              </p>
              {mayAnswer ? (
                <QuestionAnswer key={open.id} question={open} action={answerQuestionAction} />
              ) : (
                <p>
                  <bdi>{open.asked}</bdi>
                </p>
              )}
            </>
          ) : (
            <p>{t("staff.none")}</p>
          )}
          <WaitingQuestions callId={id} questions={waiting.filter((one) => one !== open)} />
        </Panel>
        <Panel title={t("staff.answered")}>
          <AnsweredQuestions questions={answered} />
        </Panel>
      </div>
    </ClientMessages>
  );
}
