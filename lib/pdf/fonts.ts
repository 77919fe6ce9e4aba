import { createRequire } from "node:module";
import { Font } from "@react-pdf/renderer";
import { rememberShaping } from "./remember-shaping";

export const FAMILY = "Titillium Web";

const WEIGHTS = [400, 600, 700] as const;

/**
 * In order of preference; each character takes the first that has it. Noto Sans has the rest of
 * Latin, Cyrillic and Greek. Plex Arabic draws a letter with its dots as one glyph, where other
 * fonts place the dots as marks, whose position react-pdf loses in right-to-left text.
 * TTF, not WOFF: unpacking WOFF costs three times the rest of a one-page document.
 */
const FILES = {
  [FAMILY]: {
    400: "@expo-google-fonts/titillium-web/400Regular/TitilliumWeb_400Regular.ttf",
    600: "@expo-google-fonts/titillium-web/600SemiBold/TitilliumWeb_600SemiBold.ttf",
    700: "@expo-google-fonts/titillium-web/700Bold/TitilliumWeb_700Bold.ttf",
  },
  "Noto Sans": {
    400: "@expo-google-fonts/noto-sans/400Regular/NotoSans_400Regular.ttf",
    600: "@expo-google-fonts/noto-sans/600SemiBold/NotoSans_600SemiBold.ttf",
    700: "@expo-google-fonts/noto-sans/700Bold/NotoSans_700Bold.ttf",
  },
  "IBM Plex Sans Arabic": {
    400: "@expo-google-fonts/ibm-plex-sans-arabic/400Regular/IBMPlexSansArabic_400Regular.ttf",
    600: "@expo-google-fonts/ibm-plex-sans-arabic/600SemiBold/IBMPlexSansArabic_600SemiBold.ttf",
    700: "@expo-google-fonts/ibm-plex-sans-arabic/700Bold/IBMPlexSansArabic_700Bold.ttf",
  },
} as const;

/** For `fontFamily`. */
export const FAMILIES: string[] = Object.keys(FILES);

let loading: Promise<void> | null = null;
let facesByFamily: OpenedFace[][] = [];

/** Registers and opens all faces, once per thread. */
export function loadFonts(): Promise<void> {
  loading ??= registerAndOpen();
  return loading;
}

/** Whether the documents can show the character in every weight. Call after `loadFonts`. */
export function isCovered(codePoint: number): boolean {
  return facesByFamily.some((faces) => faces.every((face) => face.hasGlyphForCodePoint(codePoint)));
}

async function registerAndOpen(): Promise<void> {
  const { resolve } = createRequire(import.meta.url);
  for (const [family, files] of Object.entries(FILES)) {
    const fonts = Object.entries(files).map(([weight, file]) => ({
      src: resolve(file),
      fontWeight: Number(weight),
    }));
    Font.register({ family, fonts });
  }
  Font.registerHyphenationCallback(breakable);
  facesByFamily = await Promise.all(
    FAMILIES.map((family) => Promise.all(WEIGHTS.map((weight) => opened(family, weight)))),
  );
}

type OpenedFace = NonNullable<NonNullable<ReturnType<typeof Font.getFont>>["data"]>;

async function opened(fontFamily: string, fontWeight: number): Promise<OpenedFace> {
  await Font.load({ fontFamily, fontWeight });
  const face = Font.getFont({ fontFamily, fontWeight, fontStyle: "normal" })?.data;
  if (!face) throw new Error(`The font ${fontFamily} ${fontWeight} cannot be opened.`);
  rememberShaping(face as unknown as Parameters<typeof rememberShaping>[0]);
  return face;
}

// With its punctuation; longer than any Italian word that anybody writes.
const NATURAL_WORD = /^[\p{L}\p{M}'’«»“”"().,;:!?]{1,26}$/u;
const SHORT = 18;

/**
 * No hyphens: one that is not in the data would be read and copied as if it were. But addresses,
 * digests and typed nonsense must not run out of their column, so what is no natural word may
 * break after punctuation and every eight characters. An empty part is a place to break that
 * draws nothing.
 */
export function breakable(word: string): string[] {
  if (word.length <= SHORT || NATURAL_WORD.test(word)) return [word];
  const parts = word.match(/[^/.@_?&=:;,-]{1,8}[/.@_?&=:;,-]*|[/.@_?&=:;,-]+/gu) ?? [word];
  return parts.flatMap((part, index) => (index === 0 ? [part] : ["", part]));
}
