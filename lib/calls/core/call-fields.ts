import type { Fields } from "@/lib/kernel/merge-fields";
import { romeParts } from "@/lib/kernel/rome-time";
import type { CallContent } from "./content";
import { type CallEvaluation, evaluationText } from "./evaluation";
import { meetingText } from "./version-texts";

/** What an author writes of a draft: columns of the call and the texts within. */
export type WrittenCall = {
  title: string;
  slug: string;
  summary: string;
  audiences: string[];
  themes: string[];
  opensAt: Date | null;
  closesAt: Date | null;
  closesOn: string | null;
  closesAtTime: string | null;
  peremptory: boolean;
  cutOffs: Date[];
  places: number | null;
  minimumAge: number | null;
  content: CallContent;
};

/**
 * The fields that two authors may change at once without disturbing each other, by the name that
 * the editor has for them. What only makes sense together (day and hour of the end, the rows of a
 * table) is one field. Values are plain data.
 */
export function fieldsOfCall(call: WrittenCall): Record<string, unknown> {
  const { sheet, procedure, contacts, meetings, questionsUntil, funding, evaluation } =
    call.content;
  return {
    title: call.title,
    slug: call.slug,
    summary: call.summary,
    audiences: call.audiences,
    themes: call.themes,
    opensOn: call.opensAt?.toISOString() ?? null,
    closesOn: endOf(call),
    peremptory: call.peremptory,
    cutOffOn: call.cutOffs.map((cutOff) => cutOff.toISOString()),
    places: call.places,
    minimumAge: call.minimumAge,
    ...sheet,
    ...procedure,
    phone: contacts.phone,
    email: contacts.email,
    helpHours: contacts.helpHours,
    address: contacts.address,
    deskFrom: contacts.desk,
    meetingOn: meetings,
    questionsUntil: questionsUntil ?? null,
    budget: funding ?? null,
    criterionTitle: evaluation ?? null,
  };
}

const endOf = ({ closesOn, closesAtTime }: WrittenCall) =>
  closesOn ? [closesOn, ...(closesAtTime ? [closesAtTime.slice(0, 5)] : [])] : null;

/** The stored call with some fields as they were sent. */
export function withCallFields(
  stored: WrittenCall,
  sent: WrittenCall,
  fields: ReadonlySet<string>,
): WrittenCall {
  const mix = <T extends object>(old: T, given: T, nameOf: Readonly<Record<string, string>> = {}) =>
    mixed(old, given, (key) => fields.has(nameOf[key] ?? key));
  const { content: old, ...columns } = stored;
  const { content: given, ...sentColumns } = sent;
  return {
    ...mix(columns, sentColumns, {
      opensAt: "opensOn",
      closesAt: "closesOn",
      closesAtTime: "closesOn",
      cutOffs: "cutOffOn",
    }),
    content: {
      ...mix(old, given, {
        meetings: "meetingOn",
        funding: "budget",
        evaluation: "criterionTitle",
      }),
      sheet: mix(old.sheet, given.sheet),
      procedure: mix(old.procedure, given.procedure),
      contacts: mix(old.contacts, given.contacts, { desk: "deskFrom" }),
    },
  };
}

/** `old` with the members of `given` that are taken; one that `given` lacks goes. */
function mixed<T extends object>(old: T, given: T, takes: (key: string) => boolean): T {
  const keys = new Set([...Object.keys(old), ...Object.keys(given)]);
  const of = (from: T, key: string) => Object.entries(from).find(([name]) => name === key)?.[1];
  const members = [...keys]
    .map((key) => [key, of(takes(key) ? given : old, key)] as const)
    .filter(([, value]) => value !== undefined);
  return Object.fromEntries(members) as T;
}

/** A field as people read it beside another text of the same; codes stay codes. */
export function textOfField(field: string, value: unknown): string {
  if (value === null || value === undefined) return "";
  const call = { [field]: value } as Fields & Partial<Shown>;
  if (call.opensOn) {
    const { date, time } = romeParts(new Date(call.opensOn));
    return `${date} ${time.slice(0, 5)}`;
  }
  if (call.meetingOn) return call.meetingOn.map(meetingText).join("\n");
  if (call.deskFrom) {
    return call.deskFrom.map(({ weekday, from, to }) => `${weekday}: ${from}–${to}`).join("\n");
  }
  if (call.cutOffOn) {
    return call.cutOffOn.map((end) => textOfField("opensOn", end)).join("\n");
  }
  if (call.budget) {
    const lots = call.budget.lots.map((lot) => `${lot.title}: ${lot.amount}`);
    return [String(call.budget.budget), ...lots].join("\n");
  }
  if (call.criterionTitle) return evaluationText(call.criterionTitle);
  return Array.isArray(value) ? value.join(", ") : String(value);
}

type Shown = {
  opensOn: string;
  meetingOn: CallContent["meetings"];
  deskFrom: CallContent["contacts"]["desk"];
  cutOffOn: string[];
  budget: NonNullable<CallContent["funding"]>;
  criterionTitle: CallEvaluation;
};
