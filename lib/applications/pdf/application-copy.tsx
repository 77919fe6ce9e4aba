import { Fragment } from "react";
import { receiptMoment } from "@/lib/kernel/rome-words";
import { BodyLetter } from "@/lib/pdf/body-letter";
import { H1, H2, H3, P } from "@/lib/pdf/components";
import { documentWords, localeOf } from "@/lib/pdf/document-words";
import { DataTable, KeyValueTable } from "@/lib/pdf/tables";
import type { CopiedAnswer, CopyView } from "../core/copy-view";
import { given, inTwoLines } from "./receipt-rows";

declare module "@/lib/pdf/pool" {
  interface PdfViews {
    applicationCopy: CopyView;
  }
}

/** The second document of a sending: what was answered. The receipt is the proof; it says so. */
export function ApplicationCopy({ view }: { view: CopyView }) {
  const t = documentWords(view.locale);
  const { application, applicant, call } = view;
  return (
    <BodyLetter
      title={t("copy.titleOf", { number: application.registerNumber })}
      view={view}
      t={t}
      details={view.sections.map((section) => (
        <Fragment key={section.title}>
          <H2>{section.title}</H2>
          <Answers answers={section.answers} />
        </Fragment>
      ))}
    >
      <H1>{t("copy.title")}</H1>
      <P>{t("copy.intro", { title: call.title, code: view.receiptCode })}</P>
      <KeyValueTable
        rows={given([
          [t("label.receivedAt"), receiptMoment(new Date(view.receivedAt), localeOf(view.locale))],
          [t("label.registerNumber"), application.registerNumber],
          [t("label.applicationCode"), application.code],
          [t("label.applicant"), applicant.name],
          [t("label.submittedBy"), applicant.submittedBy],
          [t("label.digest"), inTwoLines(view.digest)],
        ])}
      />
    </BodyLetter>
  );
}

type Written = { label: string; value: string };

/** Texts stand together beside their questions; what has parts has a heading and its own table. */
function Answers({ answers }: { answers: readonly CopiedAnswer[] }) {
  return inRuns(answers).map((run) =>
    Array.isArray(run) ? (
      <KeyValueTable key={run[0]?.label} rows={run} />
    ) : (
      <Parts key={run.label} answer={run} />
    ),
  );
}

/** Answers in one text that follow each other make one table. */
function inRuns(answers: readonly CopiedAnswer[]): (Written[] | CopiedAnswer)[] {
  const runs: (Written[] | CopiedAnswer)[] = [];
  for (const answer of answers) {
    const last = runs.at(-1);
    if (answer.shown.kind !== "text") runs.push(answer);
    else {
      const written = { label: answer.label, value: answer.shown.text };
      if (Array.isArray(last)) last.push(written);
      else runs.push([written]);
    }
  }
  return runs;
}

function Parts({ answer: { label, shown } }: { answer: CopiedAnswer }) {
  if (shown.kind === "text") return null;
  return (
    <>
      <H3>{label}</H3>
      {shown.kind === "facts" ? (
        <KeyValueTable rows={shown.facts.map(([name, value]) => ({ label: name, value }))} />
      ) : (
        <DataTable
          rowHeaders
          columns={shown.columns.map((name) => ({ label: name }))}
          rows={[...shown.rows, ...(shown.foot ? [shown.foot] : [])]}
        />
      )}
    </>
  );
}
