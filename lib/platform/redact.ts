const REMOVED = "[removed]";

/** Fields that hold personal data or secrets by their name, in whatever object they appear. */
const PRIVATE_KEY =
  /(mail|password|secret|token|cookie|authorization|phone|fiscal|taxcode|firstname|lastname|fullname|surname|displayname|address$|birth|params|detail|where|values|body$|payload|answers|^ip$|useragent)/i;

const PRIVATE_TEXT: readonly [RegExp, string][] = [
  [/[^\s<>"'(),;:=]+@[^\s<>"'(),;:]+\.[^\s<>"'(),;:]+/gu, "[e-mail]"],
  // Fiscal codes of persons, with the letters of omocodia.
  [
    /\b[A-Z]{6}[0-9LMNPQRSTUV]{2}[A-EHLMPR-T][0-9LMNPQRSTUV]{2}[A-Z][0-9LMNPQRSTUV]{3}[A-Z]\b/giu,
    "[code]",
  ],
  // Telephone numbers, written in Italy or from abroad.
  [
    /(?<![\w-])(?:\+\d{1,3}[ .-]?)?(?:3\d{2}|0\d{1,3})[ .-]?\d{3}[ .-]?\d{3,4}(?![\w-])/gu,
    "[phone]",
  ],
  // A failed query of drizzle carries its values behind this word.
  [/\bparams:[\s\S]*$/u, "params: [removed]"],
  [/\b(postgres(?:ql)?|smtps?|https?):\/\/[^\s/@]+@/gu, "$1://[removed]@"],
];

/** The same value with everything personal taken out. Errors keep name, code, message and stack. */
export function withoutPersonalData(value: unknown, depth = 0): unknown {
  if (typeof value === "string") return cleanText(value);
  if (value === null || typeof value !== "object") return value;
  if (depth > 6) return REMOVED;
  if (value instanceof Error) return cleanError(value, depth);
  if (value instanceof Date) return value;
  if (Array.isArray(value)) return value.map((item) => withoutPersonalData(item, depth + 1));
  return Object.fromEntries(
    Object.entries(value).map(([key, field]) => [
      key,
      PRIVATE_KEY.test(key) ? REMOVED : withoutPersonalData(field, depth + 1),
    ]),
  );
}

function cleanText(text: string): string {
  return PRIVATE_TEXT.reduce((clean, [pattern, instead]) => clean.replace(pattern, instead), text);
}

/** Only what is named here: PostgreSQL puts the values of a row in `detail` and `where`. */
function cleanError(error: Error, depth: number): unknown {
  const { code, constraint, table, digest } = error as Error & Record<string, unknown>;
  return {
    name: error.name,
    message: cleanText(error.message),
    code,
    constraint,
    table,
    digest,
    stack: cleanText(frames(error.stack)),
    cause: error.cause === undefined ? undefined : withoutPersonalData(error.cause, depth + 1),
  };
}

/** The stack repeats the message, which can be many lines with values in them: only the frames. */
function frames(stack: string | undefined): string {
  return (stack ?? "")
    .split("\n")
    .filter((line) => /^\s+at /.test(line))
    .join("\n");
}
