import { z } from "zod";
import { mailbox } from "@/lib/auth/schema";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { isLocalDate } from "@/lib/kernel/local-date";
import { romeInstant } from "@/lib/kernel/rome-time";
import { readPhone } from "@/lib/people/core/phone";
import {
  ASSISTED_CHANNELS,
  arrivesBefore,
  IDENTITY_DOCUMENTS,
  NOTICES_GIVEN,
} from "../core/channels";
import { APPLICATION_TRACKS } from "../core/tracks";

/** One line as people type it; an empty one has the code "required" where it must be there. */
const line = (most: number) =>
  z
    .string()
    .default("")
    .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
    .pipe(z.string().max(most, "too_long"));
const neededLine = (most: number) => line(most).pipe(z.string().min(1, "required"));

const optionalMailbox = z
  .string()
  .default("")
  .transform((text, issue) => {
    if (text.trim() === "") return null;
    const read = readEmailAddress(text);
    if (read.ok) return read.address;
    issue.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  });

const optionalPhone = z
  .string()
  .default("")
  .transform((text, issue) => {
    if (text.trim() === "") return null;
    const read = readPhone(text);
    if (read.ok) return read.number;
    issue.addIssue({ code: "custom", message: "not_a_phone" });
    return z.NEVER;
  });

/** How a request came to the desk and how the person was known. */
const recordFields = {
  channel: z.enum(ASSISTED_CHANNELS, "required"),
  identity: z.enum(["document", "delegation"], "required"),
  documentKind: z.enum(["", ...IDENTITY_DOCUMENTS]).default(""),
  documentNumber: line(40),
  delegation: line(200),
  arrivedOn: z.string().default(""),
  arrivedAt: z.string().default(""),
  reference: line(120),
  lateReason: line(500),
};

type Typed = z.output<z.ZodObject<typeof recordFields>>;

/** What the desk writes down each time it acts for somebody. */
export type DeskRecord = Pick<Typed, "channel" | "identity" | "reference" | "lateReason"> & {
  arrivedAt: Date | null;
  documentKind: string | null;
  documentNumber: string | null;
  delegation: string;
  email: string | null;
};

/** What belongs to another way of coming, or of being known, is left out. */
function recordOf(typed: Typed, context: z.RefinementCtx): Omit<DeskRecord, "email"> {
  const { channel, identity, lateReason } = typed;
  const needed = (field: keyof Typed) => {
    if (typed[field] === "")
      context.addIssue({ code: "custom", path: [field], message: "required" });
  };
  const byDocument = identity === "document";
  if (byDocument) {
    needed("documentKind");
    needed("documentNumber");
  } else needed("delegation");
  const before = arrivesBefore(channel);
  if (before) needed("reference");
  return {
    ...{ channel, identity, lateReason },
    documentKind: byDocument ? typed.documentKind : null,
    documentNumber: byDocument ? typed.documentNumber : null,
    delegation: byDocument ? "" : typed.delegation,
    reference: before ? typed.reference : "",
    arrivedAt: before ? arrivalOf(typed, context) : null,
  };
}

function arrivalOf({ arrivedOn, arrivedAt }: Typed, context: z.RefinementCtx): Date {
  const found = romeInstant(isLocalDate(arrivedOn) ? arrivedOn : "", arrivedAt);
  if (found.ok) return found.instant;
  const dayless = arrivedOn === "" || found.reason === "not_a_date";
  const message = arrivedOn === "" || arrivedAt === "" ? "required" : found.reason;
  context.addIssue({ code: "custom", path: [dayless ? "arrivedOn" : "arrivedAt"], message });
  return z.NEVER;
}

/** The beginning of an application that the desk enters; `key` makes a second click harmless. */
export const startAssistedSchema = z
  .object({
    key: z.uuid("not_found"),
    callId: z.uuid("not_found"),
    track: z.enum(APPLICATION_TRACKS, "required"),
    givenName: neededLine(100),
    familyName: neededLine(100),
    phone: optionalPhone,
    email: optionalMailbox,
    locale: z.enum(["it", "en"]).default("it"),
    ...recordFields,
    privacyGiven: z.enum(NOTICES_GIVEN, "required"),
  })
  .transform((given, context) => ({ ...given, ...recordOf(given, context) }));

export type AssistedStart = z.output<typeof startAssistedSchema>;

/** What the desk does on request with what it entered: each time with a record of its own. */
const requestFields = {
  key: z.uuid("not_found"),
  applicationId: z.uuid("not_found"),
  ...recordFields,
};

const recorded = <T extends Typed>(given: T, context: z.RefinementCtx) => ({
  ...given,
  ...recordOf(given, context),
});

export const deskAddressSchema = z.object({ ...requestFields, email: mailbox }).transform(recorded);
export type DeskAddress = z.output<typeof deskAddressSchema>;

export const deskAnswerSchema = z.object(requestFields).transform(recorded);
export type DeskAnswer = z.output<typeof deskAnswerSchema>;

export const deskWithdrawalSchema = z
  .object({ ...requestFields, sure: z.literal("on", "required") })
  .transform(recorded);
export type DeskWithdrawal = Omit<z.output<typeof deskWithdrawalSchema>, "sure">;

export const giveUpSchema = z.object({
  applicationId: z.uuid("not_found"),
  sure: z.literal("on", "required"),
});

export const deskChangeSchema = z
  .object({ ...requestFields, privacyGiven: z.enum(NOTICES_GIVEN, "required") })
  .transform(recorded);
export type DeskChange = z.output<typeof deskChangeSchema>;
