/** Replaced at once by the full definition. */
export type FormDefinition = Record<string, unknown>;
