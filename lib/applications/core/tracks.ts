export const APPLICATION_TRACKS = ["organisation", "informalGroup", "citizen"] as const;

/** In whose name an application is made. */
export type ApplicationTrack = (typeof APPLICATION_TRACKS)[number];

/** A call is for organisations, for citizens or for both; informal groups come with the former. */
export function tracksOf(audiences: readonly string[]): ApplicationTrack[] {
  return APPLICATION_TRACKS.filter((track) =>
    audiences.includes(track === "citizen" ? "citizen" : "organisation"),
  );
}
