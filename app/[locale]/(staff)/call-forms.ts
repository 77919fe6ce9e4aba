import { z } from "zod";
import { readEditorSection } from "@/lib/calls/core/editor-sections";
import { createCallSchema, saveCallSchema } from "@/lib/calls/schema";

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

/** The whole call, and the section to show after saving. */
export const editorSchema = saveCallSchema.and(
  z.object({ go: z.string().default("").transform(readEditorSection) }),
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
];
