/** The part of pdfkit 0.20 that the tagged document uses; the package ships no types. */
declare module "pdfkit" {
  import type { Readable } from "node:stream";

  export interface PdfReference {
    data: Record<string, unknown>;
    compress: boolean;
    write(chunk: string | Uint8Array): void;
    end(chunk?: string | Uint8Array): void;
  }

  export interface PdfPage {
    width: number;
    height: number;
    dictionary: PdfReference;
    annotations: PdfReference[];
  }

  export interface PdfOptions {
    subset?: string;
    pdfVersion?: string;
    lang?: string;
    displayTitle?: boolean;
    autoFirstPage?: boolean;
    compress?: boolean;
    font?: string | null;
    info?: Record<string, string | Date>;
  }

  export interface PdfTextOptions {
    width?: number;
    align?: "left" | "center" | "right";
    lineBreak?: boolean;
  }

  interface PDFDocument extends Readable {}
  class PDFDocument {
    constructor(options?: PdfOptions);
    page: PdfPage;
    info: Record<string, string | Date>;
    _root: PdfReference;
    _ctm: number[];
    _font: unknown;
    _fontSize: number;
    ref(data?: Record<string, unknown>): PdfReference;
    addContent(operators: string): this;
    addPage(options?: object): this;
    font(source: unknown, family?: string | number | null, size?: number): this;
    fontSize(size: number): this;
    fillColor(color: string): this;
    save(): this;
    restore(): this;
    text(text: string, x: number, y: number, options?: PdfTextOptions): this;
    annotate(x: number, y: number, w: number, h: number, options: object): this;
    link(x: number, y: number, w: number, h: number, url: string): this;
    _convertRect(x: number, y: number, w: number, h: number): [number, number, number, number];
    hasMarkInfoDictionary(): boolean;
    endMarkings(): void;
    endMetadata(): void;
    end(): void;
  }
  export default PDFDocument;
}
