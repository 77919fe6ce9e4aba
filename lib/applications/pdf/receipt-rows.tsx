import type { ReactNode } from "react";
import { fileSize } from "@/lib/kernel/file-size";
import { P } from "@/lib/pdf/components";
import type { DocumentWords } from "@/lib/pdf/document-words";
import { DataTable, type KeyValueRow } from "@/lib/pdf/tables";
import { DESK_IDENTITIES } from "../core/channels";
import type { ReceiptFile } from "../core/receipt-view";

/** Rows that have a value. */
export function given(rows: readonly (readonly [string, ReactNode])[]): KeyValueRow[] {
  return rows.filter(([, value]) => value).map(([label, value]) => ({ label, value }));
}

/** How surely the person was known; a mailbox proves no identity, and the receipt says so. */
export function identityWords(level: string, t: DocumentWords): string {
  if (level === "mailbox") return t("identity.mailbox");
  const known = DESK_IDENTITIES.find((one) => one === level);
  return known ? t(`identity.${known}`) : t("identity.level", { level });
}

/** The files that were sent, each with its digest. */
export function fileTable(files: readonly ReceiptFile[], locale: string, t: DocumentWords) {
  if (files.length === 0) return <P>{t("receipt.noFiles")}</P>;
  return (
    <DataTable
      rowHeaders
      columns={[
        { label: t("label.file"), share: 4 },
        { label: t("label.size"), share: 1.4, align: "right" },
        { label: t("label.fingerprint"), share: 5 },
      ]}
      rows={files.map((file) => [file.name, fileSize(file.size, locale), inTwoLines(file.sha256)])}
    />
  );
}

/** A digest has no place to break by itself; in two lines it is easily compared. */
export function inTwoLines(digest: string): string {
  return `${digest.slice(0, 32)}\n${digest.slice(32)}`;
}
