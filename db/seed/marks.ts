/** What platform_mark keeps of each stage that is loaded. The last one says that all is there. */
export const demonstrationMarks = {
  public: "demonstration-public",
  whole: "demonstration",
} as const;

/** What anybody can look at; then what people did with it, for those who sign in. */
export type DemonstrationStage = keyof typeof demonstrationMarks;
