import { Action, Facts, Heading, Paragraph, Quiet, TextLink } from "./parts";
import type { MailTemplate } from "./template";

export type CertificateMailView = {
  holderName: string;
  /** "Laboratori di comunità, Valdera 2026" */
  pathTitle: string;
  attended: number;
  total: number;
  certificateUrl: string;
  verificationCode: string;
  verifyUrl: string;
};

export const certificate: MailTemplate<CertificateMailView> = {
  subject: (view, t) => t("certificate.subject", { title: view.pathTitle }),
  why: (t) => t("certificate.why"),
  Body: ({ view, t }) => (
    <>
      <Heading>{t("certificate.heading")}</Heading>
      <Paragraph>{t("certificate.intro", { title: view.pathTitle })}</Paragraph>
      <Facts
        rows={[
          [t("facts.holder"), view.holderName],
          [t("facts.attendance"), t("certificate.attendance", view)],
          [t("facts.verificationCode"), view.verificationCode],
        ]}
      />
      <Action href={view.certificateUrl}>{t("certificate.action")}</Action>
      <Quiet>
        {t("certificate.verify")} <TextLink href={view.verifyUrl}>{view.verifyUrl}</TextLink>
      </Quiet>
    </>
  ),
};
