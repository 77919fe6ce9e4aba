import { canonicalJson } from "@/lib/kernel/canonical-json";

/** What a form may write of a body; empty contacts are null. */
export type BodyFields = {
  name: string;
  kind: string;
  zoneId: string | null;
  code: string;
  ipaCode: string | null;
  officeName: string;
  pec: string | null;
  email: string | null;
  phone: string | null;
  helpHours: string | null;
  address: string | null;
};

export const BODY_FIELDS = [
  ...(["name", "kind", "zoneId", "code", "ipaCode", "officeName"] as const),
  ...(["pec", "email", "phone", "helpHours", "address"] as const),
];

/** The same text for the same contents: a form says with it what its author had read. */
export const contentsOf = (body: BodyFields): string =>
  canonicalJson(Object.fromEntries(BODY_FIELDS.map((field) => [field, body[field]])));

/** Names of the fields in which two versions differ, in the order of the form. */
export const differences = (before: BodyFields, after: BodyFields): string[] =>
  BODY_FIELDS.filter((field) => before[field] !== after[field]);
