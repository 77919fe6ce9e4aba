import { orNotFound } from "@/app/[locale]/or-not-found";
import type { IntegrationFrameProps } from "@/components/applicant/integration-frame";
import { type IntegrationPage, integrationPage } from "@/lib/applications/queries/integration-page";
import { signedIn } from "@/lib/auth/signed-in";
import { env } from "@/lib/env";

/** What the office asks, for a page of who works on the application. */
export async function integrationFor(id: string, path: string) {
  const ctx = await signedIn(path);
  return { ctx, found: await orNotFound(integrationPage(ctx, id)) };
}

export function integrationFrame(
  { application, request, call, body, atDesk }: IntegrationPage,
  now: Date,
  locale: "it" | "en",
): Omit<IntegrationFrameProps, "title" | "children"> {
  const { contacts } = call.content;
  return {
    programme: env().PROGRAMME_NAME,
    ...{ id: application.id, locale, now, request, contacts },
    call: { title: call.title, slug: call.slug, body: body.name },
    deskFor: atDesk ? application.applicantName : undefined,
  };
}
