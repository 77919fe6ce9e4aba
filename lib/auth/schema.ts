import { z } from "zod";
import { readEmailAddress } from "@/lib/kernel/email-address";
import { ownPath } from "./core/return-to";

/** A mailbox, normalised; the code of what is wrong otherwise. */
export const mailbox = z
  .string()
  .default("")
  .transform((text, issue) => {
    const read = readEmailAddress(text);
    if (read.ok) return read.address;
    issue.addIssue({ code: "custom", message: read.reason });
    return z.NEVER;
  });

const returnTo = z.string().optional().transform(ownPath);

export const requestLinkSchema = z.object({ email: mailbox, returnTo });

/** A token of ours: 32 bytes in base64url. */
const token = z.string().regex(/^[\w-]{43}$/, "unknown_link");

export const useLinkSchema = z.object({ token });

export const staffSignInSchema = z.object({
  email: mailbox,
  password: z.string().min(1, "empty").max(200, "too_long"),
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
  returnTo,
});

export const revokeSessionSchema = z.object({ sessionId: z.uuid("unknown_session") });

/** A form that only has a button. */
export const nothingSchema = z.object({});
