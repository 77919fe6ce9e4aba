import { z } from "zod";
import { mailbox } from "@/lib/auth/schema";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";

/** A list as a hidden field of a form carries it. */
const listed = z
  .string()
  .max(5_000)
  .default("")
  .transform((text) => text.split(",").filter(Boolean));

export const requestSubscriptionSchema = z.object({
  email: mailbox,
  /** Slugs; a zone that is not known is left out. */
  zones: listed.pipe(z.array(z.string().max(100)).max(100)),
  themes: listed.pipe(z.array(z.enum(THEMES))),
  audiences: listed.pipe(z.array(z.enum(AUDIENCES))),
  daily: z.enum(["true", "false"]).transform((text) => text === "true"),
});

/** The key of a link: 32 bytes in base64url. */
export const subscriptionTokenSchema = z.object({
  token: z.string().regex(/^[\w-]{43}$/, "unknown_link"),
});
