import { FAMILIES } from "./fonts";

/** Points. A4, margins as an official letter has them, so that the address shows in a window. */
export const PAGE = { size: "A4", top: 64, bottom: 76, side: 62 } as const;

export const COLOURS = {
  /** The green of the bodies' letter-head; 8.0:1 on white. */
  accent: "#005c50",
  tint: "#eef5f3",
  ink: "#17212b",
  /** Secondary text; 6.9:1 on white. */
  soft: "#4a5661",
  line: "#c9d3d1",
  hair: "#e3e9e8",
} as const;

export const TEXT = {
  body: {
    fontFamily: FAMILIES,
    fontSize: 10.5,
    lineHeight: 1.45,
    color: COLOURS.ink,
    // Taking letters apart into base and mark leaves marks that cannot be copied as text.
    fontFeatureSettings: { ccmp: 0 },
  },
  small: { fontSize: 8.5, lineHeight: 1.4, color: COLOURS.soft },
  h1: { fontSize: 23, lineHeight: 1.18, fontWeight: 700, color: COLOURS.accent },
  h2: { fontSize: 13.5, lineHeight: 1.25, fontWeight: 700, color: COLOURS.accent },
  h3: { fontSize: 11, lineHeight: 1.3, fontWeight: 600, color: COLOURS.ink },
} as const;
