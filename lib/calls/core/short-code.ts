/**
 * The short name of a call on paper, "COE-2026-7": the body's code and the number in its register
 * of calls. It never changes, and nobody has to tell O from 0 in it.
 */
export function shortCode(bodyCode: string, callCode: string): string {
  return `${bodyCode}-${callCode.replace("/", "-")}`;
}

/** As people type it; undefined for what is no short code. */
export function readShortCode(text: string): { body: string; code: string } | undefined {
  const match = /^([a-z0-9]{1,12})[-_ ](\d{4})[-_ /](\d{1,6})$/i.exec(text.trim());
  const [, body = "", year, number] = match ?? [];
  return match ? { body: body.toUpperCase(), code: `${year}/${Number(number)}` } : undefined;
}
