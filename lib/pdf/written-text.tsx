import { P } from "./components";

/** Texts that staff wrote, with the line breaks they made. */
export function paragraphs(text: string) {
  return text
    .split(/\n+/)
    .map((paragraph) => paragraph.trim())
    .filter(Boolean)
    .map((paragraph) => <P key={paragraph}>{paragraph}</P>);
}
