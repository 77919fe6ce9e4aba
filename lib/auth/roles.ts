/** Roles of staff inside a body. */
export const staffRoles = ["administrator", "officer", "reviewer", "facilitator", "desk"] as const;
export type StaffRole = (typeof staffRoles)[number];

/** The office of a body: those who run its calls and answer applicants. */
export const officeRoles: readonly StaffRole[] = ["administrator", "officer"];

/** Those who enter applications for others. */
export const deskRoles: readonly StaffRole[] = ["administrator", "officer", "desk"];
