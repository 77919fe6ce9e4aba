/** Days for which a draft that was never sent is kept after the end of its call. */
export const DRAFT_DAYS = 30;
