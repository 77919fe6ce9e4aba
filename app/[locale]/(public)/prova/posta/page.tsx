import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getLocale, getTranslations } from "next-intl/server";
import { DataTable } from "@/components/ui/data-table";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { requestContext } from "@/lib/auth/request-context";
import type { Locale } from "@/lib/i18n/routing";
import { staffMoment } from "@/lib/kernel/rome-words";
import { hasTrialMailbox, trialLetters } from "@/lib/mail/trial-mailbox";
import { routes } from "@/lib/routes";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents.trial");
  return { title: t("title"), robots: { index: false } };
}

/** Where mails go in the demonstration. There is no such page in production. */
export default async function TrialMailbox({ searchParams }: Props) {
  if (!hasTrialMailbox()) notFound();
  const t = await getTranslations("documents.trial");
  const locale = (await getLocale()) as Locale;
  const { a } = await searchParams;
  const recipient = typeof a === "string" ? a : undefined;
  const letters = await trialLetters(await requestContext("public"), recipient);
  return (
    <div className="container pt-5 pb-5">
      <h1>{t("title")}</h1>
      <p className="ct-lead">{t("lead")}</p>
      {recipient ? <p>{t("only", { recipient })}</p> : null}
      {letters.length === 0 ? (
        <EmptyState title={t("none")} text={t("noneText")} />
      ) : (
        <DataTable
          caption={t("caption")}
          rows={letters}
          rowKey={(letter) => letter.id}
          columns={[
            {
              key: "subject",
              header: t("subject"),
              rowHeader: true,
              cell: (letter) => <Link href={routes.trialMail(letter.id)}>{letter.subject}</Link>,
            },
            { key: "to", header: t("to"), cell: (letter) => letter.recipient },
            {
              key: "when",
              header: t("when"),
              cell: (letter) => staffMoment(letter.sentAt, locale),
            },
          ]}
        />
      )}
    </div>
  );
}
