import type { CallStatus } from "@/lib/calls/core/call-status";

/** What a member of staff may have to do. Failures come first, then what has least time left. */
export const TASK_KINDS = [
  "lettersFailed",
  "filesBlocked",
  "answer",
  "messages",
  "reviewStarts",
  "integrationsBack",
  "check",
  "decide",
  "publishOutcome",
  "callCloses",
  "integrationsWait",
  "meeting",
  "draftBlocked",
  "draftReady",
] as const;
export type TaskKind = (typeof TASK_KINDS)[number];

export type StaffTask = {
  kind: TaskKind;
  /** Of the call, or of the series of a meeting. */
  subjectId: string;
  /** Of the meeting, where it is one. */
  meetingId?: string;
  title: string;
  /** The moment that the task is about; null where there is no term. */
  at: Date | null;
  /** How many: applications, letters, missing points, people who have not answered. */
  count: number;
  /** What is done already, where a share says more. */
  done: number;
};

type KnownCall = {
  id: string;
  title: string;
  status: CallStatus;
  comparative: boolean;
  closesAt: Date | null;
  counts: {
    drafts: number;
    received: number;
    toCheck: number;
    toDecide: number;
    lettersFailed: number;
    /** Questions without an answer. */
    questions: number;
    filesBlocked: number;
    /** Requests to applicants that wait, when the first of them ends, and those that came to an end. */
    integrationsOpen: number;
    integrationsEnd: string | null;
    integrationsBack: number;
  };
  /** Applications with messages that the office has not answered. */
  waiting: number;
  /** Points that keep a draft from being published; 0 for others. */
  missing: number;
};

type KnownMeeting = {
  id: string;
  seriesId: string;
  title: string;
  startsAt: Date;
  unanswered: number;
};

const DAY_MS = 86_400_000;
/** Calls whose end is nearer than this are on the list. */
const CLOSING_DAYS = 7;

/** All tasks in the order of the page: by group, then by time left, then as the kinds stand. */
export function tasksOf(
  calls: readonly KnownCall[],
  meetings: readonly KnownMeeting[],
  now: Date,
): StaffTask[] {
  const tasks = [...calls.flatMap((call) => tasksOfCall(call, now)), ...meetings.map(meetingTask)];
  return tasks.sort((a, b) => rank(a) - rank(b) || term(a) - term(b) || order(a) - order(b));
}

/** today = failures and what waits for nobody else; week = has its day; later = can wait. */
export type TaskGroup = "today" | "week" | "later";

export function groupOfTask(task: StaffTask): TaskGroup {
  switch (task.kind) {
    case "lettersFailed":
    case "filesBlocked":
    case "answer":
    case "messages":
    case "reviewStarts":
    case "integrationsBack":
    case "check":
    case "decide":
    case "publishOutcome":
      return "today";
    case "callCloses":
    case "integrationsWait":
    case "meeting":
      return "week";
    case "draftBlocked":
    case "draftReady":
      return "later";
  }
}

const GROUPS: readonly TaskGroup[] = ["today", "week", "later"];
const rank = (task: StaffTask) =>
  task.kind === "lettersFailed" ? -1 : GROUPS.indexOf(groupOfTask(task));
const term = (task: StaffTask) => task.at?.getTime() ?? Number.MAX_SAFE_INTEGER;
const order = (task: StaffTask) => TASK_KINDS.indexOf(task.kind);

function tasksOfCall(call: KnownCall, now: Date): StaffTask[] {
  const { counts, status } = call;
  const task = (kind: TaskKind, count: number, at: Date | null = null, done = 0): StaffTask => ({
    kind,
    subjectId: call.id,
    title: call.title,
    at,
    count,
    done,
  });
  const tasks: StaffTask[] = [];
  if (counts.lettersFailed > 0) tasks.push(task("lettersFailed", counts.lettersFailed));
  if (counts.filesBlocked > 0) tasks.push(task("filesBlocked", counts.filesBlocked));
  if (counts.questions > 0 && status !== "revoked") tasks.push(task("answer", counts.questions));
  if (call.waiting > 0) tasks.push(task("messages", call.waiting));
  if (status === "closed") tasks.push(task("reviewStarts", counts.received, call.closesAt));
  if (status === "underReview" || status === "alwaysOpen") {
    const { received, toCheck, toDecide, integrationsBack, integrationsEnd } = counts;
    if (integrationsBack > 0) tasks.push(task("integrationsBack", integrationsBack));
    if (integrationsEnd) {
      tasks.push(task("integrationsWait", counts.integrationsOpen, new Date(integrationsEnd)));
    }
    if (toCheck > 0) tasks.push(task("check", toCheck, null, received - toCheck));
    if (call.comparative && toDecide > 0) tasks.push(task("decide", toDecide));
    const all = received > 0 && toCheck + toDecide === 0;
    if (all && status === "underReview") tasks.push(task("publishOutcome", received));
  }
  if (status === "draft")
    tasks.push(task(call.missing > 0 ? "draftBlocked" : "draftReady", call.missing));
  const closing = (status === "open" || status === "closesToday") && call.closesAt;
  if (closing && closing.getTime() - now.getTime() <= CLOSING_DAYS * DAY_MS) {
    tasks.push(task("callCloses", counts.received, closing, counts.drafts));
  }
  return tasks;
}

function meetingTask(meeting: KnownMeeting): StaffTask {
  return {
    kind: "meeting",
    subjectId: meeting.seriesId,
    meetingId: meeting.id,
    title: meeting.title,
    at: meeting.startsAt,
    count: meeting.unanswered,
    done: 0,
  };
}
