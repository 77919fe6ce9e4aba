/** Roles of staff inside a body. */
export const staffRoles = ["administrator", "officer", "reviewer", "facilitator", "desk"] as const;
export type StaffRole = (typeof staffRoles)[number];
