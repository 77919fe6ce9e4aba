export const canonicalJson = (v: unknown): string => JSON.stringify(v);
