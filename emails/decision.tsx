import { dateWords } from "@/lib/kernel/rome-words";
import { Action, Facts, Heading, List, Paragraph, Part, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type DecisionMailView = {
  applicantName: string;
  callTitle: string;
  applicationCode: string;
  outcome: "admitted" | "reserve" | "notAdmitted" | "inadmissible";
  /** Place on the reserve list; null for the other outcomes. */
  reservePosition: number | null;
  /** Why, in full sentences (art. 3 L. 241/1990); may be empty when admitted. */
  reasons: readonly string[];
  registerNumber: string | null;
  /** YYYY-MM-DD in Rome. */
  decidedOn: string;
  letterUrl: string;
  nextSteps: readonly string[];
  /** To whom and by when one can object; null when admitted. */
  remedy: string | null;
};

export const decision: MailTemplate<DecisionMailView> = {
  subject: (view, t) => t("decision.subject", { title: view.callTitle }),
  why: (t) => t("decision.why"),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t(`decision.heading.${view.outcome}`)}</Heading>
      <Paragraph>{t(`decision.intro.${view.outcome}`, { title: view.callTitle })}</Paragraph>
      <Facts
        rows={[
          [t("facts.applicant"), view.applicantName],
          [t("facts.applicationCode"), view.applicationCode],
          [t("facts.reservePosition"), view.reservePosition?.toString() ?? null],
          [t("facts.decidedOn"), dateWords(view.decidedOn, locale)],
          [t("facts.registerNumber"), view.registerNumber],
        ]}
      />
      {view.reasons.length > 0 ? <Part>{t("decision.reasons")}</Part> : null}
      {view.reasons.length > 0 ? <List items={view.reasons} /> : null}
      <Action href={view.letterUrl}>{t("decision.action")}</Action>
      {view.nextSteps.length > 0 ? <Part>{t("facts.nextSteps")}</Part> : null}
      {view.nextSteps.length > 0 ? <List items={view.nextSteps} /> : null}
      {view.remedy ? <Quiet>{view.remedy}</Quiet> : null}
    </>
  ),
};
