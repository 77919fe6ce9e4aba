/**
 * An amount as people write it in Italian or in English ("12.500", "12500,50", "12500.5"), in euro
 * with two decimals; undefined when it is none. A point before three figures parts thousands.
 */
export function readEuro(text: string): number | undefined {
  const bare = text.replace(/[\s\u00a0€]/g, "");
  const written = /^\d{1,3}(?:\.\d{3})+(?:,\d{1,2})?$/.test(bare)
    ? bare.replaceAll(".", "").replace(",", ".")
    : bare.replace(",", ".");
  if (!/^\d{1,12}(?:\.\d{1,2})?$/.test(written)) return undefined;
  return Math.round(Number(written) * 100) / 100;
}

/** "12.500,00 €" or "€12,500.00". */
export function euroWords(amount: number, locale: "it" | "en"): string {
  return new Intl.NumberFormat(locale === "it" ? "it-IT" : "en-GB", {
    style: "currency",
    currency: "EUR",
    useGrouping: "always",
  } as Intl.NumberFormatOptions).format(amount);
}
