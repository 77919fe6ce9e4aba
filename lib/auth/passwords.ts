import { hash, verify } from "@node-rs/argon2";

/** Argon2id with 19 MiB and two passes, as OWASP has it. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 } as const;

/** The digest to store of a password. */
export function hashPassword(password: string): Promise<string> {
  return hash(password.normalize("NFKC"), COST);
}

let nobodys: Promise<string> | undefined;

/**
 * Whether the password fits. Without a stored digest it works as long as with one and says no, so
 * that the time of the answer does not tell whether there is an account.
 */
export async function passwordFits(stored: string | undefined, password: string): Promise<boolean> {
  nobodys ??= hashPassword(crypto.randomUUID());
  const fits = await verify(stored ?? (await nobodys), password.normalize("NFKC"));
  return stored !== undefined && fits;
}
