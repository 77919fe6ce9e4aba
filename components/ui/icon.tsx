/** The symbols of public/icons.svg. Names ending in -s are the bolder drawings for dense (staff) pages. */
export const ICONS = [
  "arrow-left",
  "arrow-right",
  "arrow-s",
  "back-s",
  "block",
  "branch",
  "burger",
  "calendar",
  "calendar-s",
  "check",
  "check-circle",
  "check-s",
  "chevron-right",
  "clip",
  "clock",
  "clock-s",
  "close",
  "close-big",
  "doc",
  "down",
  "download",
  "download-s",
  "error",
  "eye",
  "eyeoff",
  "file-pdf",
  "funnel",
  "group",
  "info-circle",
  "lock",
  "mail",
  "mail-s",
  "minus",
  "pa",
  "pencil",
  "phone-s",
  "pin",
  "plus",
  "qr",
  "refresh",
  "search",
  "send",
  "telephone",
  "undo",
  "up",
  "upload",
  "user",
  "video",
  "warn",
  "warning-circle",
  "wifioff",
  "x",
] as const;

export type IconName = (typeof ICONS)[number];

/** First digits of the SHA-256 of public/icons.svg, which is served for a year (tests/unit/icons.test.ts). */
export const SPRITE_VERSION = "e40c6d5a";

type Props = { name: IconName; size?: "xs" | "sm" | "lg"; className?: string };

/** Decoration beside a word: never the only carrier of a meaning, so it is hidden from readers. */
export function Icon({ name, size, className }: Props) {
  const classes = ["icon", size && `icon-${size}`, className].filter(Boolean).join(" ");
  return (
    <svg className={classes} aria-hidden="true" focusable="false">
      <use href={`/icons.svg?v=${SPRITE_VERSION}#${name}`} />
    </svg>
  );
}
