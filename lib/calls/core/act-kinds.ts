import type { LocalDate } from "@/lib/kernel/local-date";
import type { ReopenedWithin } from "./reopening";
import type { Rectified } from "./version-texts";

/** The acts that change a published call. The end of a suspension is an act too. */
export const ACT_KINDS = [
  "rectification",
  "extension",
  "reopening",
  "suspension",
  "resumption",
  "revocation",
] as const;
export type ActKind = (typeof ACT_KINDS)[number];

/** How an end was opened again: for everybody, or only while places are left. */
export type Reopened = "forAll" | "placesLeft";

/** For whom a call is opened again: all, or those for whom places are left. */
export const REOPENING_SCOPES = ["all", "placesLeft", "organisation", "citizen"] as const;
export type ReopeningScope = (typeof REOPENING_SCOPES)[number];

/** A part of the applicants as staff write it: the number of places can be missing still. */
export type GivenPart = Omit<ReopenedWithin, "seats"> & { readonly seats: number | null };

/** What staff write of an act. Fields that its kind does not know stay empty. */
export type ActGiven = {
  /** Such as "Determina n. 118". */
  number: string;
  actDate: LocalDate;
  reason: string;
  /** New end of an extension or re-opening: local day, and hour or "" for the end of the day. */
  closesOn: LocalDate | "";
  closesAtTime: string;
  scope: ReopeningScope;
  /** The part of them that it opens again for; null, or left out by older acts: all of them. */
  within?: GivenPart | null;
  /** Day on which a suspension is expected to end; it must be said (L. 241/1990, art. 21-quater). */
  until: LocalDate | "";
  /** Only of a rectification: the call as it is to read. */
  rectified: Rectified | null;
};

/** The words of addresses for the kinds: "?tipo=proroga". */
export const ACT_WORDS: Readonly<Record<ActKind, string>> = {
  rectification: "rettifica",
  extension: "proroga",
  reopening: "riapertura",
  suspension: "sospensione",
  resumption: "ripresa",
  revocation: "revoca",
};

export const readActKind = (word: string): ActKind | undefined =>
  ACT_KINDS.find((kind) => ACT_WORDS[kind] === word);
