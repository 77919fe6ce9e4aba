import "server-only";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { romeParts } from "@/lib/kernel/rome-time";
import {
  type ChangePreview,
  changePreview,
  type MeetingSheet,
  meetingSheet,
} from "@/lib/workshops/queries/meeting-sheet";
import { MEETING_FIELDS, type MeetingInput, meetingSchema } from "@/lib/workshops/schema";

type Query = Record<string, string | string[] | undefined>;
type Change = {
  sheet: MeetingSheet;
  /** What the fields show. */
  stored: Record<string, string>;
  reason: string;
  wrong: Record<string, string>;
  /** Set, with its preview, once the officer asked what would happen and nothing is wrong. */
  input?: MeetingInput;
  preview?: ChangePreview;
};

/** The page that changes a meeting: the form, or what was typed with its consequences. */
export async function readChange(
  ctx: Ctx,
  seriesId: string,
  meetingId: string,
  query: Query,
): Promise<Change> {
  const sheet = await meetingSheet(ctx, seriesId, meetingId);
  if (!sheet.may.plan) throw new NotFound();
  const reason = textOf(query.reason).slice(0, 300);
  if (textOf(query.anteprima) === "" || !sheet.mayChange.ok) {
    return { sheet, stored: fieldsOf(sheet), reason, wrong: {} };
  }
  const stored = Object.fromEntries(MEETING_FIELDS.map((name) => [name, textOf(query[name])]));
  const parsed = meetingSchema.safeParse(stored);
  if (!parsed.success) {
    const wrong: Record<string, string> = {};
    for (const issue of parsed.error.issues) wrong[String(issue.path[0])] ??= issue.message;
    return { sheet, stored, reason, wrong };
  }
  const preview = await changePreview(ctx, sheet, parsed.data);
  if (Object.keys(preview.wrong).length > 0) return { sheet, stored, reason, wrong: preview.wrong };
  return { sheet, stored, reason, wrong: {}, input: parsed.data, preview };
}

const textOf = (value: string | string[] | undefined) => [value ?? ""].flat()[0] ?? "";

function fieldsOf({ meeting }: MeetingSheet): Record<string, string> {
  const [from, to] = [romeParts(meeting.startsAt), romeParts(meeting.endsAt)];
  const { title, mode, place, address, link, capacity } = meeting;
  return {
    ...{ title, mode, place, address, link },
    on: from.date,
    from: from.time.slice(0, 5),
    to: to.time.slice(0, 5),
    capacity: String(capacity),
  };
}
