import { z } from "zod";
import { staffRoles } from "@/lib/auth/roles";
import { mailbox } from "@/lib/auth/schema";
import { readPersonFiscalCode } from "./core/person-fiscal-code";
import { readPhone } from "./core/phone";

const name = z
  .string()
  .default("")
  .transform((text) => text.normalize("NFC").replace(/\s+/g, " ").trim())
  .pipe(z.string().min(1, "empty").max(100, "too_long"));

/** An empty answer, or one that reads; the code of what is wrong otherwise. */
const optional = (
  read: (text: string) => { ok: true; value: string } | { ok: false; reason: string },
) =>
  z
    .string()
    .default("")
    .transform((text, issue) => {
      if (text.trim() === "") return null;
      const answer = read(text);
      if (answer.ok) return answer.value;
      issue.addIssue({ code: "custom", message: answer.reason });
      return z.NEVER;
    });

/** What a person may change about itself. The mailbox is not here: it is proved, not typed. */
export const profileSchema = z.object({
  givenName: name,
  familyName: name,
  phone: optional((text) => {
    const read = readPhone(text);
    return read.ok ? { ok: true, value: read.number } : read;
  }),
  fiscalCode: optional((text) => {
    const read = readPersonFiscalCode(text);
    return read.ok ? { ok: true, value: read.code } : read;
  }),
  locale: z.enum(["it", "en"]).default("it"),
});

export const staffMemberSchema = z.object({
  bodyId: z.uuid("unknown_body"),
  givenName: name,
  familyName: name,
  email: mailbox,
  roles: z
    .union([z.array(z.enum(staffRoles, "unknown_role")), z.enum(staffRoles, "unknown_role")])
    .transform((roles) => [...new Set([roles].flat())])
    .pipe(z.array(z.enum(staffRoles)).min(1, "empty")),
});

export const endStaffRoleSchema = z.object({
  bodyId: z.uuid("unknown_body"),
  personId: z.uuid("unknown_person"),
  role: z.enum(staffRoles, "unknown_role"),
});

export const renewSignInSchema = z.object({
  bodyId: z.uuid("unknown_body"),
  personId: z.uuid("unknown_person"),
});

/** Twelve characters and no rules on kinds of characters: length is what protects. */
export const acceptInvitationSchema = z.object({
  token: z.string().regex(/^[\w-]{43}$/, "unknown_invitation"),
  password: z.string().min(12, "too_short").max(200, "too_long"),
  code: z
    .string()
    .default("")
    .transform((code) => code.normalize("NFKC").replace(/[\s-]/g, ""))
    .pipe(
      z
        .string()
        .min(1, "empty")
        .regex(/^\d{6}$/, "six_digits"),
    ),
});

const organisationId = z.uuid("not_found");

export const inviteMemberSchema = z.object({ organisationId, email: mailbox });

export const withdrawInvitationSchema = z.object({
  organisationId,
  invitationId: z.uuid("not_found"),
});

export const memberSchema = z.object({ organisationId, personId: z.uuid("not_found") });

export const acceptMembershipSchema = z.object({
  token: z.string().regex(/^[\w-]{43}$/, "unknown_invitation"),
});
