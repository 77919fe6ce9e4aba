/** A fiscal code as mails may carry it: the ends only, "RSS••••••••••01X" or "920•••••534". */
export function maskFiscalCode(code: string): string {
  const shown = 3;
  if (code.length <= shown * 2) return "•".repeat(code.length);
  return code.slice(0, shown) + "•".repeat(code.length - shown * 2) + code.slice(-shown);
}
