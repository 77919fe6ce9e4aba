import { z } from "zod";
import { isLocalDate } from "@/lib/kernel/local-date";

const line = (longest: number) => z.string().trim().max(longest, "too_long").default("");
const needed = (longest: number) =>
  z.string("required").trim().min(1, "required").max(longest, "too_long");
const several = z
  .union([z.string(), z.array(z.string())])
  .optional()
  .transform((given) => (given === undefined ? [] : [given].flat()));

/** As many zones as one reorganisation begins. */
export const MOST_NEW_ZONES = 6;

/**
 * The form of a reorganisation: `name`, `authority` for each new zone in their order; `town.<id>`
 * and `body.<id>` say in which of them each municipality and body is, "none" for no zone at all.
 */
export const reorganiseSchema = z.preprocess(
  places,
  z
    .object({
      on: z.string().refine(isLocalDate, "not_a_date"),
      reason: needed(500),
      ending: several.pipe(z.array(z.uuid()).max(40, "too_many")),
      name: several.pipe(z.array(needed(120)).max(MOST_NEW_ZONES, "too_many")),
      authority: several.pipe(z.array(z.uuid("required")).max(MOST_NEW_ZONES, "too_many")),
      towns: z.record(z.uuid(), z.union([z.literal("none"), z.coerce.number().int()])),
      bodies: z.record(z.uuid(), z.union([z.literal("none"), z.coerce.number().int()])),
      /** That municipalities are meant to be left without a zone. */
      without: z.literal("si").optional(),
    })
    .superRefine(({ towns, without, name, authority }, context) => {
      const left = Object.values(towns).some((place) => place === "none");
      if (left && !without) {
        context.addIssue({ code: "custom", path: ["without"], message: "say_without_zone" });
      }
      if (name.length !== authority.length) {
        context.addIssue({ code: "custom", path: ["authority"], message: "required" });
      }
    }),
);

export type ReorganiseInput = z.output<typeof reorganiseSchema>;

const PLACE = /^(town|body)\.([0-9a-f-]{36})$/;

/** Fields of one municipality or body, gathered under their kind. */
function places(given: unknown): unknown {
  if (typeof given !== "object" || given === null) return given;
  const found = Object.entries(given).map(([name, value]) => ({
    value,
    match: PLACE.exec(name),
  }));
  const gathered = (kind: string) =>
    Object.fromEntries(
      found.flatMap(({ match, value }) =>
        match?.[1] === kind && match[2] ? [[match[2], value]] : [],
      ),
    );
  return { ...given, towns: gathered("town"), bodies: gathered("body") };
}

/** Kinds of bodies that issue calls. */
export const BODY_KINDS = [
  "sds",
  "aslZone",
  "committee",
  "council",
  "region",
  "globalHealthCentre",
] as const;
type BodyKind = (typeof BODY_KINDS)[number];

/** A body as its form has it. Empty contacts are none. */
export const bodySchema = z.object({
  /** Empty: a new one. */
  bodyId: z.union([z.literal(""), z.uuid()]).default(""),
  /** What was read, by its digest: somebody else may have changed it meanwhile. */
  seen: z.string().max(64).default(""),
  name: needed(160),
  kind: z.enum(BODY_KINDS, "required"),
  zoneId: z.union([z.literal(""), z.uuid()]).default(""),
  code: z
    .string()
    .trim()
    .toUpperCase()
    .regex(/^[A-Z]{2,6}$/, "not_a_code"),
  ipaCode: line(20),
  officeName: needed(160),
  pec: z.union([z.literal(""), z.email("not_a_mailbox")]).default(""),
  email: z.union([z.literal(""), z.email("not_a_mailbox")]).default(""),
  phone: line(40),
  helpHours: line(200),
  address: line(300),
});

export type BodyInput = z.output<typeof bodySchema>;

/** The kind as a code that the catalogues know; the database holds no other. */
export const kindOfBody = (kind: string): BodyKind =>
  BODY_KINDS.find((known) => known === kind) ?? "aslZone";
