import { parseArgs } from "node:util";
import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import { body } from "@/db/schema/territory";
import { mailbox as mailboxSchema } from "@/lib/auth/schema";
import type { Ctx } from "@/lib/context";
import { NotFound } from "@/lib/kernel/errors";
import { createStaffMember } from "@/lib/people/commands/create-staff-member";
import { renewSignIn } from "@/lib/people/commands/renew-sign-in";
import { staffMemberSchema } from "@/lib/people/schema";
import { administrate } from "../administration";

const USAGE = `npm run admin:create -- --body <slug> --email <mailbox> --given-name <name> --family-name <name>

Appoints the administrator of a body and prints the invitation, which holds for three days.
It is also sent by e-mail. Run it again for a new invitation, as long as none was followed.

npm run admin:create -- --reset --body <slug> --email <mailbox>

For a member of staff of the body who lost phone or password: voids the sign-in, ends the staff
sessions at once, and prints and sends a new invitation.
`;

/** `npm run admin:create`: whoever holds the machine appoints the first administrator of a body. */
const { values } = parseArgs({
  options: {
    body: { type: "string" },
    email: { type: "string" },
    "given-name": { type: "string" },
    "family-name": { type: "string" },
    reset: { type: "boolean" },
    help: { type: "boolean" },
  },
});

const { body: slug, email } = values;
if (values.help || !slug || !email) {
  process.stderr.write(USAGE);
  process.exit(values.help ? 0 : 2);
}

await administrate("create-administrator", (ctx) => appoint(ctx, slug, email));

async function appoint(ctx: Ctx, bodySlug: string, mailbox: string): Promise<string> {
  const [found] = await ctx.db.select({ id: body.id }).from(body).where(eq(body.slug, bodySlug));
  if (!found) throw new Error(`There is no body "${bodySlug}".`);
  if (values.reset) return reset(ctx, found.id, mailbox);
  const input = staffMemberSchema.safeParse({
    bodyId: found.id,
    email: mailbox,
    givenName: values["given-name"],
    familyName: values["family-name"],
    roles: ["administrator"],
  });
  if (!input.success) {
    const problems = input.error.issues.map(({ path, message }) => `${path.join(".")}: ${message}`);
    throw new Error(`${problems.join("\n")}\n\n${USAGE}`);
  }
  const { invitationUrl } = await createStaffMember(ctx, input.data);
  return (
    invitationUrl ??
    "The role is given. There is a staff sign-in already, so no invitation is needed.\n" +
      "Was the phone or the password lost? Run it again with --reset."
  );
}

async function reset(ctx: Ctx, bodyId: string, mailbox: string): Promise<string> {
  const [found] = await ctx.db
    .select({ id: person.id })
    .from(person)
    .where(eq(person.email, mailboxSchema.parse(mailbox)));
  const input = { bodyId, personId: found?.id ?? "" };
  const renewed = found && (await renewSignIn(ctx, input).catch(unlessNotFound));
  if (!renewed) throw new Error(`No member of staff of this body has the mailbox "${mailbox}".`);
  return renewed.invitationUrl;
}

function unlessNotFound(error: unknown): undefined {
  if (!(error instanceof NotFound)) throw error;
}
