import { dateWords, dayPhrase, receiptMoment } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { Callout, H1, H2, Lead, Link, List, P, Small } from "@/lib/pdf/components";
import { type DocumentWords, documentWords, localeOf } from "@/lib/pdf/document-words";
import { KeyValueTable } from "@/lib/pdf/tables";
import { nextStepSentence } from "../core/next-step-words";
import type { ReceiptView } from "../core/receipt-view";
import { fileTable, given, identityWords, inTwoLines } from "./receipt-rows";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    receipt: ReceiptView;
  }
}

type Part = { view: ReceiptView; t: DocumentWords };

/** The receipt of art. 18-bis L. 241/1990: everything that law.md lists, from the view alone. */
export function Receipt({ view }: { view: ReceiptView }) {
  const t = documentWords(view.locale);
  const { body, call, applicant, application } = view;
  return (
    <BodyLetter
      title={t("receipt.titleOf", { number: application.registerNumber })}
      view={{ ...view, issuedAt: view.assisted?.enteredAt ?? view.receivedAt }}
      t={t}
      details={
        <>
          <Call view={view} t={t} />
          <NextSteps view={view} t={t} />
          <Files view={view} t={t} />
          <Procedure view={view} t={t} />
          <Declarations view={view} t={t} />
        </>
      }
    >
      <H1>{t("receipt.title")}</H1>
      <Lead>{t("receipt.lead")}</Lead>
      <P>{t("receipt.intro", { body: body.name, applicant: applicant.name, title: call.title })}</P>
      <Submission view={view} t={t} />
    </BodyLetter>
  );
}

function Submission({ view, t }: Part) {
  const { application, applicant, protocol } = view;
  const locale = localeOf(view.locale);
  return (
    <KeyValueTable
      rows={given([
        [
          t(view.assisted?.arrivedAt ? "label.arrivedAt" : "label.receivedAt"),
          receiptMoment(new Date(view.receivedAt), locale),
        ],
        [
          t("label.enteredAt"),
          view.assisted &&
            t("receipt.entered", {
              moment: receiptMoment(new Date(view.assisted.enteredAt), locale),
              office: view.assisted.office,
            }),
        ],
        [t("label.reference"), view.assisted?.reference],
        [
          t("label.late"),
          view.late && t("receipt.late", { end: receiptMoment(new Date(view.late), locale) }),
        ],
        [t("label.registerNumber"), application.registerNumber],
        [t("label.applicationCode"), application.code],
        [
          t("label.protocol"),
          protocol
            ? t("receipt.protocol", {
                number: protocol.number,
                ofDate: dayPhrase("of", dateWords(protocol.date, locale), locale),
              })
            : t("receipt.protocolPending"),
        ],
        [
          t("label.replaces"),
          application.replaces && t("receipt.replaces", { number: application.replaces }),
        ],
        [t("label.applicant"), applicant.name],
        [t("label.submittedBy"), applicant.submittedBy],
        [t("label.quality"), t(`quality.${applicant.quality}`)],
        [t("label.channel"), t(`channel.${view.channel}`)],
        [t("label.identity"), identityWords(view.identityLevel, t)],
      ])}
    />
  );
}

function Call({ view, t }: Part) {
  const { body, call } = view;
  const locale = localeOf(view.locale);
  const act =
    call.actNumber &&
    t("receipt.act", {
      number: call.actNumber,
      ofDate: call.actDate && dayPhrase("of", dateWords(call.actDate, locale), locale),
    });
  return (
    <>
      <H2>{t("label.call")}</H2>
      <KeyValueTable
        rows={given([
          [t("label.call"), `${call.title} (${t("receipt.version", { version: call.version })})`],
          [t("label.callCode"), call.code],
          [t("label.act"), act],
          [
            t("label.callPage"),
            <Link key="link" href={call.link} contents={t("label.callPage")}>
              {call.link}
            </Link>,
          ],
          [t("label.body"), body.name],
          [t("label.ipaCode"), body.ipaCode],
        ])}
      />
    </>
  );
}

function Files({ view, t }: Part) {
  return (
    <>
      {/* The name of a file can fill a tall row, which is not parted. */}
      <H2 ahead={150}>{t("receipt.files")}</H2>
      {fileTable(view.files, view.locale, t)}
      <KeyValueTable rows={[{ label: t("label.digest"), value: inTwoLines(view.digest) }]} />
      <Small>{t("receipt.dataText")}</Small>
    </>
  );
}

function NextSteps({ view, t }: Part) {
  if (view.nextSteps.length === 0) return null;
  const locale = localeOf(view.locale);
  return (
    <>
      <H2>{t("receipt.nextSteps")}</H2>
      <List items={view.nextSteps.map((step) => capitalised(nextStepSentence(step, locale)))} />
    </>
  );
}

function Procedure({ view, t }: Part) {
  const { procedure } = view;
  const endsOn = dateWords(procedure.endsOn, localeOf(view.locale));
  return (
    <>
      <H2>{t("receipt.procedure")}</H2>
      <P>{t("receipt.procedureText")}</P>
      <KeyValueTable
        rows={given([
          [t("label.object"), procedure.object],
          [t("label.office"), procedure.office],
          [t("label.responsibleOfficer"), procedure.responsibleOfficer],
          [t("label.pec"), procedure.digitalDomicile],
          [t("label.endsOn"), t("receipt.days", { date: endsOn, days: procedure.days })],
          [t("label.substituteHolder"), procedure.substituteHolder],
          [t("label.remedy"), procedure.remedy],
          [t("label.viewing"), [view.body.office, view.body.address].filter(Boolean).join(", ")],
        ])}
      />
    </>
  );
}

function Declarations({ view, t }: Part) {
  return (
    <>
      {view.declarations.length > 0 ? (
        <>
          <H2>{t("receipt.declarations")}</H2>
          <P>{t("receipt.declarationsText")}</P>
          <List items={view.declarations} />
          <Callout>
            <P>{t("receipt.warning")}</P>
          </Callout>
        </>
      ) : null}
      <Small>
        {t("receipt.privacy", { version: view.privacyNoticeVersion })} {t("receipt.noSignature")}
      </Small>
    </>
  );
}

function capitalised(sentence: string): string {
  return sentence.charAt(0).toUpperCase() + sentence.slice(1);
}
