import { Svg, Text, View } from "@react-pdf/renderer";
import type { ComponentProps, FunctionComponent } from "react";
import type { Ua } from "./ua";

/** react-pdf's nodes, which carry any prop through layout, with the one that this module reads. */
export const TaggedView = View as unknown as FunctionComponent<
  ComponentProps<typeof View> & { ua?: Ua }
>;

/** `src` is the way a meaning travels with a part of a paragraph; see `inline.ts`. */
export const TaggedText = Text as unknown as FunctionComponent<
  ComponentProps<typeof Text> & { ua?: Ua; src?: Ua }
>;

export const TaggedSvg = Svg as unknown as FunctionComponent<
  ComponentProps<typeof Svg> & { ua: Ua }
>;
