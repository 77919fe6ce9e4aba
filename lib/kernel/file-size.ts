const KILOBYTE = 1024;

/** "310 KB", "1,2 MB": a size in bytes as people read it, in one piece. */
export function fileSize(bytes: number, locale: string): string {
  const kilobytes = bytes / KILOBYTE;
  if (kilobytes < KILOBYTE) return `${Math.max(1, Math.round(kilobytes))}\u00a0KB`;
  const figure = new Intl.NumberFormat(locale, { maximumFractionDigits: 1 });
  return `${figure.format(kilobytes / KILOBYTE)}\u00a0MB`;
}
