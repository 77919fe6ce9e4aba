import { TRACKS, type Track } from "@/lib/calls/core/tracks";

export const APPLICATION_TRACKS = TRACKS;

/** In whose name an application is made. */
export type ApplicationTrack = Track;

/** A call is for organisations, for citizens or for both; informal groups come with the former. */
export function tracksOf(audiences: readonly string[]): ApplicationTrack[] {
  return APPLICATION_TRACKS.filter((track) =>
    audiences.includes(track === "citizen" ? "citizen" : "organisation"),
  );
}
