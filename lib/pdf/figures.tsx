import { Path } from "@react-pdf/renderer";
import { create } from "qrcode";
import type { ReactNode } from "react";
import { TaggedSvg, TaggedText, TaggedView } from "./primitives";
import { COLOURS, TEXT } from "./theme";
import type { Ua } from "./ua";

interface QrFigureProps {
  readonly text: string;
  readonly alt: string;
  /** Points; a code is read from paper from about 60 on. */
  readonly size?: number;
}

/** A QR code drawn as vectors, with the quiet zone the standard asks for left to the margins. */
export function QrFigure({ text, alt, size = 84 }: QrFigureProps) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const path = squares(modules.data, modules.size);
  return (
    <TaggedSvg
      ua={{ role: "Figure", alt }}
      viewBox={`0 0 ${modules.size} ${modules.size}`}
      style={{ width: size, height: size, marginVertical: size / 10, marginRight: size / 10 }}
    >
      <Path d={path} fill={COLOURS.ink} />
    </TaggedSvg>
  );
}

interface VerifyPanelProps extends QrFigureProps {
  readonly children: ReactNode;
  /** The place of the seal, on the right: a letter of one page stays one. */
  readonly seal?: ReactNode;
}

/** Where to check the document: the code on the left, words (paragraphs) beside it. */
export function VerifyPanel({ children, seal, ...qr }: VerifyPanelProps) {
  return (
    <TaggedView wrap={false} style={STYLES.panel}>
      <QrFigure {...qr} />
      <TaggedView ua={{ role: "Div" }} style={STYLES.beside}>
        {children}
      </TaggedView>
      {seal}
    </TaggedView>
  );
}

/** One rectangle for each run of dark modules in a row. */
function squares(modules: ArrayLike<number>, size: number): string {
  const path: string[] = [];
  for (let y = 0; y < size; y += 1) {
    for (let x = 0, start = -1; x <= size; x += 1) {
      const dark = x < size && modules[y * size + x] === 1;
      if (dark && start < 0) start = x;
      if (!dark && start >= 0) {
        path.push(`M${start} ${y}H${x}V${y + 1}H${start}Z`);
        start = -1;
      }
    }
  }
  return path.join("");
}

/**
 * The area kept for the visible mark of the electronic seal, which is put there afterwards.
 * `name` is how the sealing step finds it; `label` is shown in it and, as an artifact, not read.
 */
export function SealPlace({
  name,
  label,
  width = 200,
}: {
  readonly name: string;
  readonly label: string;
  /** Points. */
  readonly width?: number;
}) {
  const ua: Ua = { role: "Artifact", id: name };
  return (
    <TaggedView ua={ua} wrap={false} style={{ ...STYLES.seal, width }}>
      <TaggedText style={STYLES.sealLabel}>{label}</TaggedText>
    </TaggedView>
  );
}

const STYLES = {
  seal: {
    height: 58,
    borderWidth: 0.75,
    borderColor: COLOURS.line,
    borderRadius: 3,
    padding: 8,
    marginVertical: 10,
  },
  panel: {
    flexDirection: "row",
    alignItems: "center",
    borderTopWidth: 1.25,
    borderTopColor: COLOURS.accent,
    borderBottomWidth: 0.75,
    borderBottomColor: COLOURS.line,
    paddingVertical: 6,
    marginVertical: 12,
  },
  beside: { flex: 1, paddingHorizontal: 12 },
  sealLabel: { ...TEXT.small, fontSize: 7.5 },
} as const;
