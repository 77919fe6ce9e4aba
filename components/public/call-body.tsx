import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { ActNote, CallActs } from "./call-acts";
import { CallClarifications } from "./call-clarifications";
import { CallDocuments } from "./call-documents";
import { CallIndex } from "./call-index";
import { CallProcedure } from "./call-procedure";
import { CallQuestions } from "./call-questions";
import { CallTimeline } from "./call-timeline";
import { CallWays } from "./call-ways";
import { useTextLanguage } from "./call-words";
import { SheetText } from "./sheet-text";

type Props = { call: CallPage; now: Date };

/** The sheet in the official order, then acts and procedure; the hooks are those of the checkers. */
export function CallBody({ call, now, children }: Props & { children?: ReactNode }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { sheet } = call.content;
  const lang = useTextLanguage();
  return (
    <div className="container pt-5">
      <ActNote call={call} now={now} />
      <div className="ct-withside">
        <CallIndex acts={call.acts.length + 1} />
        <div className="ct-doc">
          <section id="destinatari" data-element="service-addressed">
            <h2>{t("sheet.audience")}</h2>
            {sheet.description && <SheetText text={sheet.description} lang={lang} />}
            <SheetText text={sheet.audience} lang={lang} />
          </section>
          <section id="come-fare" data-element="service-how-to">
            <h2>{t("sheet.howTo")}</h2>
            <SheetText text={sheet.howTo} lang={lang} />
          </section>
          <section id="cosa-serve" data-element="service-needed">
            <h2>{t("sheet.needed")}</h2>
            <SheetText text={sheet.needed} lang={lang} />
            <CallQuestions form={call.form} />
          </section>
          <section id="cosa-si-ottiene" data-element="service-achieved">
            <h2>{t("sheet.obtained")}</h2>
            <SheetText text={sheet.obtained} lang={lang} />
          </section>
          <section id="tempi" data-element="service-calendar-text">
            <h2>{t("sheet.times")}</h2>
            <p>{deadlineSentence(call.deadline, locale)}</p>
            <div className="mt-4" data-element="service-calendar-list">
              <CallTimeline call={call} now={now} />
            </div>
          </section>
          <section id="accedi" data-element="service-online-access">
            <h2>{t("sheet.access")}</h2>
            <div className="ct-actions mb-4">
              <CallWays call={call} />
            </div>
            <p>{t.rich("page.desk", { b: (words) => <strong>{words}</strong> })}</p>
          </section>
          <section id="condizioni" data-element="service-file">
            <h2>{t("sheet.conditions")}</h2>
            <SheetText text={sheet.conditions} lang={lang} />
            <CallDocuments call={call} />
            <p>
              <Link href={routes.privacy()}>
                {t("page.privacy", { version: call.content.procedure.privacyNoticeVersion })}
              </Link>
            </p>
          </section>
          <Contacts call={call} />
          <CallClarifications call={call} now={now} />
          <CallActs call={call} />
          <CallProcedure call={call} />
          {children}
          <p className="ct-updated">
            {t("page.updated", { day: longDate(romeDate(call.updatedAt), locale) })}
          </p>
        </div>
      </div>
    </div>
  );
}

function Contacts({ call }: { call: CallPage }) {
  const t = useTranslations("calls");
  const { contacts, procedure } = call.content;
  return (
    <section id="contatti" data-element="service-area">
      <h2>{t("sheet.contacts")}</h2>
      <div className="ct-contact">
        <div>
          <h3 className="ct-h3">{procedure.office}</h3>
          <p className="ct-muted">
            {call.body.name}
            {contacts.address && (
              <>
                <br />
                {contacts.address}
              </>
            )}
          </p>
        </div>
        <div>
          {contacts.phone && (
            <p className="ct-flex mb-2">
              <Icon name="telephone" size="xs" />
              <span>
                <a href={`tel:+39${contacts.phone.replace(/\D/g, "")}`}>{contacts.phone}</a>
                <br />
                {contacts.helpHours}
              </span>
            </p>
          )}
          {contacts.email && (
            <p className="ct-flex">
              <Icon name="mail" size="xs" />
              <a href={`mailto:${contacts.email}`}>{contacts.email}</a>
            </p>
          )}
        </div>
      </div>
    </section>
  );
}
