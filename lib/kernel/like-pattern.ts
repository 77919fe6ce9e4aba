/** What `ilike` finds a text anywhere with, none of its characters taken for a wildcard. */
export function likePattern(text: string): string {
  return `%${text.replace(/[\\%_]/g, "\\$&")}%`;
}
