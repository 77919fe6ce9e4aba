export const TRACKS = ["organisation", "informalGroup", "citizen"] as const;

/** In whose name one applies: it decides which questions are asked. */
export type Track = (typeof TRACKS)[number];
