import type { ReactNode } from "react";
import type { DocumentWords } from "@/lib/pdf/document-words";
import type { KeyValueRow } from "@/lib/pdf/tables";
import { DESK_IDENTITIES } from "../core/channels";

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
