import type { IntegrationMailView } from "@/emails/integration";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";
import { pageFor } from "../mails";
import { callsOfApplications, peopleOfApplications } from "../queries/people-of-applications";

type IntegrationLetter = {
  id: string;
  applicationId: string;
  bodyId: string;
  closesAt: Date;
  event: IntegrationMailView["event"];
  /** Of a reminder: how long before the end it was due. */
  hours?: number;
};

/**
 * Tells all who work on an application that something is asked of them, or is not any more. What is
 * missing stands behind the sign-in, never in the letter.
 */
export async function tellIntegration(
  tx: Ctx,
  requests: readonly IntegrationLetter[],
): Promise<void> {
  const byApplication = new Map(requests.map((one) => [one.applicationId, one]));
  const ids = [...byApplication.keys()];
  if (ids.length === 0) return;
  const [people, titles] = await Promise.all([
    peopleOfApplications(tx, ids),
    callsOfApplications(tx, ids),
  ]);
  for (const [bodyId, own] of Map.groupBy(requests, (one) => one.bodyId)) {
    const letters = own.flatMap((one) => {
      const of = titles.get(one.applicationId);
      if (!of) return [];
      const closesAt = one.closesAt.toISOString();
      const opens = one.event === "requested" || one.event === "reminder";
      const path = opens
        ? routes.applicationIntegration(one.applicationId)
        : routes.myApplication(one.applicationId);
      const mark = [one.event, one.id, closesAt, one.hours ?? 0].join(":");
      return people
        .filter((person) => person.applicationId === one.applicationId)
        .map(({ personId, email, name, locale, applicationId, ...reader }) => ({
          key: `integration:${mark}:${personId}`,
          ...{ recipient: email, recipientName: name, locale, subjectId: applicationId },
          view: {
            ...{ ...of, event: one.event, closesAt },
            url: env().APP_ORIGIN + pageFor(reader, applicationId, path),
          },
        }));
    });
    const shared = { kind: "integration", subjectType: "application", view: {} } as const;
    await enqueueMessages(tx, { ...shared, bodyId, subjectId: bodyId }, letters);
  }
}
