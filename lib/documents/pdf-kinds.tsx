import type { DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import { ApplicationCopy } from "@/lib/applications/pdf/application-copy";
import { IntegrationReceipt } from "@/lib/applications/pdf/integration-receipt";
import { IntegrationRequest } from "@/lib/applications/pdf/integration-request";
import { Receipt } from "@/lib/applications/pdf/receipt";
import { WithdrawalReceipt } from "@/lib/applications/pdf/withdrawal-receipt";
import { CallNotice } from "@/lib/calls/pdf/call-notice";
import type { PdfViews } from "@/lib/pdf/pool";
import { DecisionLetter } from "@/lib/review/pdf/decision-letter";
import { Certificate } from "@/lib/workshops/pdf/certificate";

/** Every kind of document there is, made from its view. `PdfViews` says which must be here. */
export const pdfKinds: {
  readonly [Kind in keyof PdfViews]: (view: PdfViews[Kind]) => ReactElement<DocumentProps>;
} = {
  applicationCopy: (view) => <ApplicationCopy view={view} />,
  receipt: (view) => <Receipt view={view} />,
  integrationRequest: (view) => <IntegrationRequest view={view} />,
  integrationReceipt: (view) => <IntegrationReceipt view={view} />,
  withdrawalReceipt: (view) => <WithdrawalReceipt view={view} />,
  certificate: (view) => <Certificate view={view} />,
  callNotice: (view) => <CallNotice view={view} />,
  decisionLetter: (view) => <DecisionLetter view={view} />,
};
