import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Pill } from "@/components/ui/pill";
import { partsOfDate } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { atHour, clockTime, weekdayName } from "@/lib/kernel/rome-words";
import { groupOfTask, type StaffTask, type TaskGroup } from "@/lib/review/core/today";
import { routes } from "@/lib/routes";

const GROUPS: readonly TaskGroup[] = ["today", "week", "later"];

/** The tasks under the headings of the page; the first one carries the primary button. */
export function TaskGroups({ tasks }: { tasks: StaffTask[] }) {
  const t = useTranslations("staff");
  if (tasks.length === 0) {
    return (
      <EmptyState title={t("today.empty.title")} text={t("today.empty.text")}>
        <ButtonLink href={routes.staffCalls()} look="outline">
          {t("today.empty.calls")}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <div>
      {GROUPS.map((group) => {
        const own = tasks.filter((task) => groupOfTask(task) === group);
        if (own.length === 0) return null;
        return (
          <section key={group} aria-labelledby={`tasks-${group}`} className="mb-4">
            <h2 id={`tasks-${group}`}>{t(`today.groups.${group}`)}</h2>
            <ul className="tasks">
              {own.map((task) => (
                <Task key={keyOf(task)} task={task} first={task === tasks[0]} />
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

const keyOf = (task: StaffTask) => `${task.kind}:${task.meetingId ?? task.subjectId}`;

function Task({ task, first }: { task: StaffTask; first: boolean }) {
  const t = useTranslations("staff");
  const { kind, title, count, done } = task;
  return (
    <li className="task">
      <div className="when">
        <When task={task} />
      </div>
      <div className="grow">
        <h3>{t(`tasks.${kind}.title`, { title, count })}</h3>
        <p className="soft">{t(`tasks.${kind}.text`, { title, count, done })}</p>
      </div>
      <ButtonLink href={hrefOf(task)} look={first ? "primary" : "outline"}>
        {t(`tasks.${kind}.verb`)}
        <span className="visually-hidden">: {title}</span>
      </ButtonLink>
    </li>
  );
}

function When({ task }: { task: StaffTask }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { kind, at, count } = task;
  if (at && (kind === "callCloses" || kind === "meeting" || kind === "integrationsWait")) {
    const day = romeDate(at);
    const hour = clockTime(at, kind === "meeting" ? "minutes" : "seconds");
    return (
      <>
        <strong>
          {weekdayName(day, locale)} {partsOfDate(day).day}
        </strong>
        <span className="small soft">{atHour(hour, locale)}</span>
      </>
    );
  }
  if (kind === "lettersFailed") {
    return (
      <Pill tone="warn" icon="warn">
        {t("tasks.lettersFailed.pill", { count })}
      </Pill>
    );
  }
  if (kind === "answer" || kind === "messages") {
    return <Pill>{t(`tasks.${kind}.pill`, { count })}</Pill>;
  }
  if (kind === "draftBlocked" || kind === "draftReady") return <Pill>{t("callStatus.draft")}</Pill>;
  return <Pill>{t("tasks.applications", { count })}</Pill>;
}

function hrefOf({ kind, subjectId, meetingId }: StaffTask): string {
  switch (kind) {
    case "lettersFailed":
      return `${routes.staffLetters(subjectId)}?stato=non-arrivate`;
    case "answer":
      return routes.staffQuestions(subjectId);
    case "messages":
      return `${routes.staffMessages()}?avviso=${subjectId}`;
    case "integrationsBack":
      return `${routes.staffApplications(subjectId)}?stato=integrate`;
    case "integrationsWait":
      return `${routes.staffApplications(subjectId)}?stato=da-integrare`;
    case "filesBlocked":
      return routes.staffApplications(subjectId);
    case "check":
      return `${routes.staffApplications(subjectId)}?stato=da-controllare`;
    case "decide":
      return `${routes.staffApplications(subjectId)}?stato=ammissibili`;
    case "publishOutcome":
      return routes.staffOutcome(subjectId);
    case "meeting":
      return routes.staffMeeting(subjectId, meetingId ?? "");
    case "draftBlocked":
    case "draftReady":
      return routes.staffCallEdit(subjectId);
    case "reviewStarts":
    case "callCloses":
      return routes.staffCall(subjectId);
  }
}
