import { z } from "zod";
import { INTEGRATION_STEP } from "./core/steps";
import { APPLICATION_TRACKS } from "./core/tracks";

const id = z.uuid("not_found");

/** Form fields are texts; a box that is not ticked is not sent. */
const ticked = z.literal(["on", "true"], "required");

/** A track, or one with the organisation that is known already: "organisation.<id>". */
export const startSchema = z
  .object({
    callId: id,
    track: z.string("choose_track"),
  })
  .transform(({ callId, track }, issue) => {
    const [kind, organisationId] = track.split(".");
    const found = APPLICATION_TRACKS.find((one) => one === kind);
    const known = organisationId === undefined || z.uuid().safeParse(organisationId).success;
    if (found && known) return { callId, track: found, organisationId };
    issue.addIssue({ code: "custom", path: ["track"], message: "choose_track" });
    return z.NEVER;
  });

export const applicationSchema = z.object({ applicationId: id });

export const privacySchema = z.object({ applicationId: id, acknowledged: ticked });

export const withdrawSchema = z.object({ applicationId: id, sure: ticked });

export const copySchema = z.object({ applicationId: id });

export const removeFileSchema = z.object({ applicationId: id, attachmentId: id });

/** `key` makes a retry harmless; `content` names what the summary showed when it was confirmed. */
export const submitSchema = z.object({
  key: z.string().regex(/^[\w-]{16,64}$/, "not_found"),
  content: z.string().regex(/^[0-9a-f]{64}$/, "not_found"),
  version: z.coerce.number().int().optional(),
  /** Of the desk: why paper that came in time is sent after the end. */
  lateReason: z.string().trim().max(500, "too_long").optional(),
});

/** The same for an answer to what the office asks. */
export const answerIntegrationSchema = submitSchema.pick({ key: true, content: true });

const SAVE_FIELDS = ["applicationId", "step", "intent", "locale"] as const;

/** A page of questions as a browser posts it: its own fields, then answers under their own names. */
const pageSchema = <Page extends string>(...pages: Page[]) =>
  z
    .object({
      applicationId: id,
      step: z.enum(pages, "not_found"),
      intent: z
        .string()
        .regex(/^(save|keep|next|back|add\.\w{1,40}|remove\.\w{1,40}\.\d{1,3})$/, "not_found")
        .default("save"),
    })
    .catchall(z.union([z.string(), z.array(z.string())]))
    .transform(({ applicationId, step, intent, ...fields }) => {
      const entries = Object.entries(fields)
        .filter(([name]) => !(SAVE_FIELDS as readonly string[]).includes(name))
        .flatMap(([name, value]) => [value].flat().map((one) => [name, one] as const));
      const rows = rowsWanted(intent, entries);
      return {
        applicationId,
        step,
        intent: goesOn(intent) ? intent : ("save" as const),
        rows: rows && { field: rows.field, count: rows.count },
        ...sectionsPosted(
          rows ? entries.filter(([name]) => !name.startsWith(rows.without)) : entries,
          intent === "keep",
        ),
      };
    });

export const saveStepSchema = pageSchema("dati-generali", "dati-specifici");
export const saveIntegrationSchema = pageSchema(INTEGRATION_STEP);

const goesOn = (intent: string): intent is "next" | "back" =>
  intent === "next" || intent === "back";

/**
 * A row more or less, for a page without scripts: how many rows it shows next, and which posted
 * answers are not saved any more because their row was taken away.
 */
function rowsWanted(intent: string, entries: readonly (readonly [string, string])[]) {
  const [what, field = "", row = ""] = intent.split(".");
  if (what !== "add" && what !== "remove") return undefined;
  const numbers = entries
    .filter(([name]) => name.startsWith(`${field}.`))
    .map(([name]) => name.split(".")[1]);
  const count = new Set(numbers).size;
  return what === "add"
    ? { field, count: count + 1, without: "\0" }
    : { field, count: Math.max(1, count - 1), without: `${field}.${row}.` };
}

/**
 * `_shown` names the fields that stood on the page, `_rev.<section>` the revision it was read at,
 * `_was.<field>` the mark of an answer as it was read, `_page` which page writes. Who keeps the own
 * text after a conflict has read the stored one too: `_stored.<field>`.
 */
export function sectionsPosted(entries: readonly (readonly [string, string])[], keepsOwn = false) {
  const under = (prefix: string) =>
    entries
      .filter(([name]) => name.startsWith(prefix))
      .map(([name, value]) => [name.slice(prefix.length), value] as const);
  const revisions = under("_rev.").map(([name, value]) => [name, Number(value) || 0] as const);
  const page = /^([\w-]{1,64})\.(\d{1,9})$/.exec(under("_page")[0]?.[1] ?? "");
  return {
    shown: entries.filter(([name]) => name === "_shown").map(([, value]) => value),
    revisions: Object.fromEntries(revisions),
    was: Object.fromEntries([...under("_was."), ...(keepsOwn ? under("_stored.") : [])]),
    ...(page?.[1] && { page: { id: page[1], number: Number(page[2]) } }),
    entries: entries.filter(([name]) => !name.startsWith("_")),
  };
}

/** The form of a message: which button was pressed, the text, and what the page showed. */
export const messageSchema = z.object({
  key: z.uuid("not_found"),
  text: z.string().default(""),
  seen: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
  _send: z.string().optional(),
  _remove: z.string().optional(),
});

export const officeMailSchema = z.object({
  wanted: z.enum(["si", "no"], "not_found").transform((given) => given === "si"),
});

export const settleSchema = z.object({
  applicationId: id,
  /** Leads back to the page; no command reads it. */
  callId: z.string(),
  seen: z.coerce
    .number()
    .int()
    .min(0)
    .max(2 ** 31 - 1),
});
