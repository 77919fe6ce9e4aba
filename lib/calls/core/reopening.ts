import type { Locale } from "@/lib/kernel/rome-words";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import type { Track } from "./tracks";

/** A municipality, or a zone with those that it had when the act was published; ISTAT codes. */
export type ReopenedPlace = { readonly name: string; readonly codes: readonly string[] };

/** The part of the applicants that a call is open for again. An empty list narrows nothing. */
export type ReopenedWithin = {
  readonly natures: readonly LegalNature[];
  /** Where they live or have their seat. */
  readonly places: readonly ReopenedPlace[];
  /** Places of the call that are left for them. */
  readonly seats: number;
};

/** For whom a call was opened again, as its columns say; null: for all of its audiences. */
export type ReopenedOnly = {
  readonly reopenedFor: readonly string[] | null;
  readonly reopenedWithin: ReopenedWithin | null;
};

/** Somebody who applies; null is not known (yet). */
export type Reopener = {
  readonly track: Track | null;
  readonly nature: LegalNature | null;
  /** Where they live or have their seat, by ISTAT code. */
  readonly place: string | null;
};

/**
 * Whether somebody is among those a call was opened again for. "unknown": the answers do not say
 * yet; a draft goes on, and is not sent before they do.
 */
export function standingOf(only: ReopenedOnly, who: Reopener): "in" | "out" | "unknown" {
  const { reopenedFor, reopenedWithin: within } = only;
  const parts = [
    reopenedFor === null || (who.track && reopenedFor.includes(audienceOf(who.track))),
    among(within?.natures ?? [], who.track ? natureBy(who.track, who.nature) : null),
    among(within?.places.flatMap(({ codes }) => codes) ?? [], who.place),
  ];
  if (parts.includes(false)) return "out";
  return parts.includes(null) ? "unknown" : "in";
}

/** Null: it depends on what is not known. */
function among(list: readonly string[], one: string | null): boolean | null {
  if (list.length === 0) return true;
  return one === null ? null : list.includes(one);
}

/** People are of no kind, and an informal group is one by its track. */
function natureBy(track: Track, nature: LegalNature | null): LegalNature | "none" | null {
  if (track === "citizen") return "none";
  return track === "informalGroup" ? track : nature;
}

const audienceOf = (track: Track) => (track === "citizen" ? "citizen" : "organisation");

/** "persone; chi vive o ha sede nel territorio di Buti o Peccioli. Posti: 4."; empty where it is open for all. */
export function reopenedWords(
  { reopenedFor, reopenedWithin: within }: ReopenedOnly,
  locale: Locale,
): string {
  const words = WORDS[locale];
  const either = new Intl.ListFormat(locale, { type: "disjunction" });
  const natures = within?.natures ?? [];
  const places = within?.places ?? [];
  const who = [
    natures.length > 0
      ? either.format(natures.map((nature) => words.natures[nature]))
      : (reopenedFor ?? [])
          .map((one) => words[one === "citizen" ? "citizen" : "organisation"])
          .join(", "),
    places.length > 0 ? `${words.places} ${either.format(places.map(({ name }) => name))}` : "",
  ].filter(Boolean);
  if (who.length === 0) return "";
  return `${who.join("; ")}.${within ? ` ${words.seats}: ${within.seats}.` : ""}`;
}

const WORDS = {
  it: {
    organisation: "organizzazioni e gruppi informali",
    citizen: "persone",
    places: "chi vive o ha sede nel territorio di",
    seats: "Posti",
    natures: {
      publicBody: "ente pubblico",
      odv: "ODV (organizzazione di volontariato)",
      aps: "APS (associazione di promozione sociale)",
      otherEts: "altro ente del Terzo settore",
      socialCooperative: "cooperativa sociale",
      socialEnterprise: "impresa sociale",
      foundation: "fondazione",
      firm: "impresa",
      school: "scuola o ente di formazione",
      professional: "libera professione",
      committee: "comitato",
      informalGroup: "gruppo informale",
      other: "altro",
    },
  },
  en: {
    organisation: "organisations and informal groups",
    citizen: "people",
    places: "those who live or are based in the area of",
    seats: "Places",
    natures: {
      publicBody: "public body",
      odv: "ODV (voluntary organisation)",
      aps: "APS (association for social promotion)",
      otherEts: "other third-sector body",
      socialCooperative: "social cooperative",
      socialEnterprise: "social enterprise",
      foundation: "foundation",
      firm: "firm",
      school: "school or training body",
      professional: "professional",
      committee: "committee",
      informalGroup: "informal group",
      other: "other",
    },
  },
} as const;
