/** What the fonts of pictures hold: letters of Latin, Greek and Cyrillic, figures, common signs. */
const OTHER =
  /[^\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{M}0-9 !-/:-@[-`{-~’‘“”«»–—…·€°ªº]/gu;

/** Longer texts would leave the picture. */
const LONGEST = 160;

/**
 * A text as a picture can show it. What no font of ours has is left out, because the library that
 * draws would fetch it from the network.
 */
export function pictureText(text: string): string {
  const plain = text
    .normalize("NFC")
    .replace(/\s+/g, " ")
    .replace(OTHER, "")
    .replace(/ +/g, " ")
    .trim();
  if (plain.length <= LONGEST) return plain;
  return `${plain.slice(0, LONGEST).replace(/\s+\S*$/, "")}…`;
}
