import { romeInstant } from "@/lib/kernel/rome-time";

/** The instants of a meeting written as a day and two hours of Rome, or the reason they are none. */
export function meetingInstants(meeting: {
  on: string;
  from: string;
  to: string;
}): { ok: true; startsAt: Date; endsAt: Date } | { ok: false; reason: string } {
  const start = romeInstant(meeting.on, meeting.from);
  const end = romeInstant(meeting.on, meeting.to);
  if (!start.ok) return start;
  if (!end.ok) return end;
  return { ok: true, startsAt: start.instant, endsAt: end.instant };
}
