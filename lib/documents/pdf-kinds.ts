import type { DocumentProps } from "@react-pdf/renderer";
import type { ReactElement } from "react";
import type { PdfViews } from "@/lib/pdf/pool";

/** Every kind of document there is, made from its view. `PdfViews` says which must be here. */
export const pdfKinds: {
  readonly [Kind in keyof PdfViews]: (view: PdfViews[Kind]) => ReactElement<DocumentProps>;
} = {};
