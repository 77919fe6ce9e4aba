import { z } from "zod";
import { readEditorSection } from "@/lib/calls/core/editor-sections";
import { createCallSchema, saveCallSchema } from "@/lib/calls/schema";
import type { Marks } from "@/lib/kernel/merge-fields";

/** A new call begins with one choice: a template, which brings its regime ("regime/template"). */
export const newCallSchema = z
  .object({
    bodyId: z.string().default(""),
    title: z.string().default(""),
    start: z.string("required").default(""),
  })
  .transform(({ start, ...rest }, context) => {
    const [regime, template] = start.split("/");
    const read = createCallSchema.safeParse({ ...rest, regime, template });
    if (read.success) return read.data;
    for (const { path, message } of read.error.issues) {
      const field = path[0] === "regime" ? "start" : (path[0] ?? "form");
      context.addIssue({ code: "custom", path: [field], message });
    }
    return z.NEVER;
  });

/** What pages that save themselves send along: what they had read, and choices between two texts. */
export const deskEntries = (posted: Readonly<Record<string, unknown>>) => ({
  was: marksFrom(posted.was),
  automatic: posted.automatic === "yes",
  choices: Object.fromEntries(
    Object.entries(posted).flatMap(([name, value]) =>
      name.startsWith("choose.") && typeof value === "string"
        ? [[name.slice("choose.".length), value]]
        : [],
    ),
  ),
});

/** A page that says nothing of what it had read, or nonsense, has read nothing. */
function marksFrom(text: unknown): Marks | undefined {
  if (text === undefined) return undefined;
  try {
    const read = z
      .record(z.string().max(100), z.string().max(64))
      .safeParse(JSON.parse(String(text)));
    return read.success ? read.data : {};
  } catch {
    return {};
  }
}

/** The whole call, and the section to show after saving: that of the button, else the one in sight. */
export const editorSchema = saveCallSchema
  .and(z.looseObject({}).transform(deskEntries))
  .and(
    z
      .object({ go: z.string().optional(), here: z.string().default("") })
      .transform(({ go, here }) => ({ go: readEditorSection(go ?? here) })),
  );
export type EditorInput = z.output<typeof editorSchema>;

/** Fields that are given back after a refusal: all that an author types. */
export const EDITOR_FIELDS = [
  ...["title", "slug", "summary", "audiences", "themes", "opensOn", "opensAtTime", "closesOn"],
  ...[
    "closesAtTime",
    "peremptory",
    "places",
    "minimumAge",
    "questionsUntil",
    "cutOffOn",
    "cutOffAt",
    "budget",
    "lotTitle",
    "lotAmount",
    "description",
    "audience",
    "howTo",
  ],
  ...["needed", "obtained", "conditions", "object", "office", "digitalDomicile", "days"],
  ...["responsibleOfficer", "substituteHolder", "actNumber", "actDate", "privacyNoticeVersion"],
  ...["remedy", "noticeBoardLink", "phone", "email", "helpHours", "address", "meetingOn"],
  ...["deskFrom", "deskTo", "meetingFrom", "meetingTo", "meetingTitle", "meetingWhere"],
  ...["criterionTitle", "criterionPoints", "criterionLeast", "passingPoints"],
];
