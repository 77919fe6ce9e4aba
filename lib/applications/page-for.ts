import { routes } from "@/lib/routes";

/**
 * Where a letter about an application leads its reader: to its page or, who is written to at a
 * mailbox given at the desk, first to the page that takes it.
 */
export const pageFor = (reader: { claims: boolean }, applicationId: string, path: string) =>
  reader.claims ? routes.claimApplication(applicationId) : path;
