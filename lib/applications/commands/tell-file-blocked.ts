import { eq } from "drizzle-orm";
import { person } from "@/db/schema/people";
import type { FileBlockedMailView } from "@/emails/file-blocked";
import type { Ctx } from "@/lib/context";
import { env } from "@/lib/env";
import { enqueueMessages } from "@/lib/mail/enqueue-messages";
import { routes } from "@/lib/routes";
import { mayReplace } from "../core/rules";
import { pageFor } from "../mails";
import { applicationForCommand, type LoadedApplication } from "../queries/application-for-command";
import { peopleOfApplications, type Recipient } from "../queries/people-of-applications";

type BlockedFile = {
  id: string;
  name: string;
  why: "infected" | "refused";
  uploadedBy: string;
  of: "application" | "message";
};

type Told = Pick<FileBlockedMailView, "standing"> & {
  people: readonly Omit<Recipient, "applicationId">[];
  path: string;
};

/**
 * A file that was taken already and that nobody may open: to all who work on the application, or to
 * who wrote the message it came with, on whichever side. Who took the application back needs no other.
 */
export async function tellFileBlocked(
  tx: Ctx,
  applicationId: string,
  file: BlockedFile,
): Promise<void> {
  const found = await applicationForCommand(tx, applicationId);
  const { id, state, bodyId } = found.application;
  if (state === "withdrawn") return;
  const workers = await peopleOfApplications(tx, [id]);
  const { people, standing, path } =
    file.of === "message"
      ? await writerOf(tx, found, file, workers)
      : { people: workers, ...standingOf(found) };
  await enqueueMessages(
    tx,
    {
      ...{ kind: "fileBlocked", bodyId, subjectType: "application", subjectId: id },
      view: {
        ...{ callTitle: found.call.title, bodyName: found.body.name },
        ...{ fileName: file.name, why: file.why, standing },
        closesAt: found.call.closesAt?.toISOString() ?? null,
        applicationUrl: env().APP_ORIGIN + path,
      },
    },
    people.map(({ personId, email, name, locale, ...reader }) => {
      const key = `fileBlocked:${file.id}:${personId}`;
      const view = { applicationUrl: env().APP_ORIGIN + pageFor(reader, id, path) };
      return { key, recipient: email, recipientName: name, locale, view };
    }),
  );
}

function standingOf({ application, facts, timing }: LoadedApplication): Omit<Told, "people"> {
  const { id, state } = application;
  if (state === "draft") {
    return { standing: "draft", path: routes.applicationStep(id, "riepilogo") };
  }
  const changeable = mayReplace(application, facts, timing).ok;
  return { standing: changeable ? "changeable" : "closed", path: routes.myApplication(id) };
}

async function writerOf(
  tx: Ctx,
  { application: { id, callId } }: LoadedApplication,
  { uploadedBy }: BlockedFile,
  workers: readonly Recipient[],
): Promise<Told> {
  const worker = workers.find(({ personId }) => personId === uploadedBy);
  const page = worker ? routes.myApplication(id) : routes.staffApplication(callId, id);
  const people = worker ? [worker] : await mailboxesOf(tx, uploadedBy);
  return { people, standing: "message", path: `${page}#messaggi` };
}

async function mailboxesOf(tx: Ctx, personId: string): Promise<Told["people"]> {
  const { email, locale, givenName, familyName } = person;
  const found = await tx.db
    .select({ email, locale, givenName, familyName })
    .from(person)
    .where(eq(person.id, personId));
  return found.flatMap((one) =>
    one.email
      ? [
          {
            ...{ ...one, personId, email: one.email, claims: false },
            name: `${one.givenName} ${one.familyName}`.trim(),
          },
        ]
      : [],
  );
}
