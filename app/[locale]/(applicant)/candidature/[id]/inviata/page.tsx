import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { orNotFound } from "@/app/[locale]/or-not-found";
import { longDay, NextSteps } from "@/components/applicant/next-steps";
import { ReceiptSheet } from "@/components/applicant/receipt-sheet";
import { Facts } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { mailboxOf } from "@/lib/applications/mails";
import { myApplication } from "@/lib/applications/queries/my-application";
import { signedIn } from "@/lib/auth/signed-in";
import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import { atHour, dateWords } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { PersonalShell } from "../../../personal-shell";
import { pageLocale, type StepPageProps } from "../frame-props";

export async function generateMetadata() {
  return { title: (await getTranslations("applications"))("sent.title") };
}

export default async function SentPage({ params }: StepPageProps) {
  const [{ id }, locale] = await Promise.all([params, pageLocale()]);
  const ctx = await signedIn(routes.applicationSent(id));
  const found = await orNotFound(myApplication(ctx, id));
  const { receipt, documents } = found;
  const mailbox = mailboxOf(found);
  if (!receipt || found.application.state === "withdrawn") notFound();
  const [t, desk] = await Promise.all([getTranslations("applications"), getTranslations("desk")]);
  const file = documents.find((document) => document.kind === "receipt");
  const { date, time } = romeParts(new Date(receipt.receivedAt));
  return (
    <PersonalShell>
      <div className="ct-ok">
        <div className="container">
          <div className="ct-ok-grid">
            <div>
              <div className="ct-okmark" aria-hidden="true">
                <Icon name="check" />
              </div>
              <h1>{t("sent.title")}</h1>
              <p className="ct-lead">{t("sent.lead", { name: receipt.applicant.name })}</p>
              <Facts
                items={[
                  { term: t("sent.number"), value: receipt.application.registerNumber },
                  {
                    term: t("sent.received"),
                    value: `${dateWords(date, locale)}, ${atHour(time, locale)}`,
                  },
                  { term: t("sent.code"), value: receipt.application.code },
                  { term: t("sent.body"), value: receipt.body.name },
                ]}
              />
              <div className="ct-actions">
                {file && (
                  <a className="btn btn-primary" href={routes.document(file.id)}>
                    <Icon name="download" />
                    {t("sent.download")}
                  </a>
                )}
                {found.atDesk ? (
                  <Link className="ct-more" href={routes.staffDesk(found.call.id)}>
                    {desk("back")}
                  </Link>
                ) : (
                  <Link className="ct-more" href={routes.myApplication(id)}>
                    {t("sent.see")}
                  </Link>
                )}
              </div>
              {mailbox && (
                <p className="ct-small ct-muted mt-4 mb-0">{t("sent.mail", { email: mailbox })}</p>
              )}
            </div>
            <ReceiptSheet view={receipt} />
          </div>
        </div>
      </div>
      <div className="ct-sec">
        <div className="container">
          <div className="ct-withside-r">
            <div>
              <h2 className="mb-4">{t("sent.next")}</h2>
              <NextSteps
                steps={receipt.nextSteps}
                locale={locale}
                first={{
                  key: "sent",
                  kind: "past",
                  day: date === romeDate(ctx.now) ? t("timeline.today") : longDay(date, locale),
                  hour: atHour(time, locale),
                  title: t("timeline.sent"),
                  text: t("timeline.sentText"),
                }}
              />
            </div>
            <div>
              {found.mayWithdraw && (
                <Panel title={t("sent.wrong")} className="p-4">
                  <p>{t("sent.wrongText")}</p>
                  <p>
                    <Link href={`${routes.myApplication(id)}#cambia`}>{t("sent.withdraw")}</Link>
                  </p>
                </Panel>
              )}
              <Panel title={t("sent.documents")} className="p-4 mt-4">
                <p>
                  <Link href={routes.verifyCode(receipt.verification.code)}>
                    {t("sent.verifyLink")}
                  </Link>
                </p>
              </Panel>
            </div>
          </div>
        </div>
      </div>
    </PersonalShell>
  );
}
