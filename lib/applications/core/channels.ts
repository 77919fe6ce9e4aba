/** The ways in which the desk enters an application for somebody. */
export const ASSISTED_CHANNELS = ["desk", "telephone", "paper", "pec"] as const;

export type AssistedChannel = (typeof ASSISTED_CHANNELS)[number];

/** How an application comes: "web" by the hands of the applicant. */
export type ApplicationChannel = "web" | AssistedChannel;

/** What comes on paper or by PEC has a moment of arrival of its own, before anybody enters it. */
export function arrivesBefore(channel: string): channel is "paper" | "pec" {
  return channel === "paper" || channel === "pec";
}

/** The channel of a call's rules that a way of the desk needs. */
export function admittedAs(channel: AssistedChannel): "desk" | "pec" {
  return channel === "pec" ? "pec" : "desk";
}

export const IDENTITY_DOCUMENTS = [
  "identityCard",
  "passport",
  "drivingLicence",
  "residencePermit",
  "other",
] as const;

/** How the notice was given: on paper, read aloud, or together with what was sent. */
export const NOTICES_GIVEN = ["handed", "read", "enclosed"] as const;

/** How surely the person was known, as the receipt names it; the words are in the catalogue `pdf`. */
export const DESK_IDENTITIES = [
  "documentSeen",
  "documentSaid",
  "documentEnclosed",
  "delegation",
] as const;

export type DeskIdentity = (typeof DESK_IDENTITIES)[number];

/** At the counter a document is shown; on the telephone it is only said; with paper a copy comes. */
export function deskIdentity(channel: string, identity: string): DeskIdentity {
  if (identity === "delegation") return "delegation";
  if (channel === "desk") return "documentSeen";
  return channel === "telephone" ? "documentSaid" : "documentEnclosed";
}
