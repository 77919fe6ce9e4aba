import { Fragment } from "react";

/** A text whose found words stand out. Every part is drawn as text, whatever it holds. */
export function Marked({ parts }: { parts: readonly { text: string; found: boolean }[] }) {
  return parts.map(({ text, found }, at) => {
    const Part = found ? "mark" : Fragment;
    // biome-ignore lint/suspicious/noArrayIndexKey: the parts of a text never change their order
    return <Part key={at}>{text}</Part>;
  });
}
