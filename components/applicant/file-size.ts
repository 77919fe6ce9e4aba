const KILOBYTE = 1024;

/** "310 KB", "1,2 MB": a size as people read it. */
export function fileSize(bytes: number, locale: "it" | "en"): string {
  const kilobytes = bytes / KILOBYTE;
  if (kilobytes < KILOBYTE) return `${Math.max(1, Math.round(kilobytes))} KB`;
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return `${figure.format(kilobytes / KILOBYTE)} MB`;
}
