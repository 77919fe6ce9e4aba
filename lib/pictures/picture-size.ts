/** The size that sites ask of a picture for a link. */
export const PICTURE_SIZE = { width: 1200, height: 630 } as const;
