/** Roles of staff inside a body. */
export const staffRoles = ["administrator", "officer", "reviewer", "facilitator", "desk"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** Those who enter applications for others. */
export const deskRoles: readonly StaffRole[] = ["administrator", "officer", "desk"];
