import type { CalendarEvent } from "@/lib/calendar/write-calendar";
import type { CallStatus } from "./call-status";

type WithDeadline = {
  id: string;
  title: string;
  summary: string;
  body: string;
  closesAt: Date | null;
  status: CallStatus;
  version: number;
  updatedAt: Date;
};

const HALF_HOUR = 30 * 60_000;

/**
 * The deadlines of calls as appointments that end at the last good second; an extension moves the
 * appointment, a revocation calls it off. Calls without an end have none.
 */
export function deadlineEvents<C extends WithDeadline>(
  calls: readonly C[],
  words: { title: (call: C) => string; sentence: (call: C) => string; link: (call: C) => string },
  host: string,
): CalendarEvent[] {
  return calls.flatMap((call) =>
    call.closesAt === null
      ? []
      : [
          {
            uid: `call-${call.id}@${host}`,
            sequence: call.version - 1,
            startsAt: new Date(call.closesAt.getTime() - HALF_HOUR),
            endsAt: call.closesAt,
            summary: words.title(call),
            description: [call.summary, words.sentence(call), words.link(call)]
              .filter(Boolean)
              .join("\n\n"),
            location: call.body,
            url: words.link(call),
            cancelled: call.status === "revoked",
            updatedAt: call.updatedAt,
          },
        ],
  );
}
