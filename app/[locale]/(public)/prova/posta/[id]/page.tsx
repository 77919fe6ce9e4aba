import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { Link } from "@/components/ui/link";
import { requestContext } from "@/lib/auth/request-context";
import { NotFound } from "@/lib/kernel/errors";
import { trialLetter } from "@/lib/mail/trial-mailbox";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents.trial");
  return { title: t("title"), robots: { index: false } };
}

/** One letter, as HTML in a frame that may do nothing, and as text. */
export default async function TrialMail({ params }: Props) {
  const t = await getTranslations("documents.trial");
  const letter = await found((await params).id);
  return (
    <div className="container pt-5 pb-5">
      <p>
        <Link href={routes.trialMailbox()}>{t("back")}</Link>
      </p>
      <h1>{letter.subject}</h1>
      <p>
        {t("to")}: {letter.recipient}
      </p>
      <iframe
        className="ct-trial-mail w-100"
        title={t("letter")}
        src={routes.trialMailSheet(letter.id)}
        sandbox="allow-popups allow-popups-to-escape-sandbox allow-top-navigation-by-user-activation"
      />
      <h2 className="mt-5">{t("text")}</h2>
      <pre className="ct-trial-text">{letter.text}</pre>
    </div>
  );
}

async function found(id: string) {
  try {
    return await trialLetter(await requestContext("public"), id);
  } catch (error) {
    if (error instanceof NotFound) notFound();
    throw error;
  }
}
