/** What an identity provider vouches for. */
export type Identity = {
  subject: string;
  /** Level as the receipt names it, such as "SpidL2". */
  level: string;
  givenName: string;
  familyName: string;
  fiscalCode: string | null;
};

/** Names of the claims at this provider, and the accepted levels by value of `acr`. */
export type ClaimMap = {
  givenName: string;
  familyName: string;
  fiscalCode: string;
  levels: ReadonlyMap<string, string>;
};

/** Reads "a=b,c=d" of a setting. */
export function pairsOf(setting: string): Map<string, string> {
  const pairs = setting.split(",").map((pair): [string, string] => {
    const at = pair.indexOf("=");
    return [pair.slice(0, at).trim(), pair.slice(at + 1).trim()];
  });
  return new Map(pairs.filter(([name, value]) => name && value));
}

/**
 * The identity in a set of claims, or undefined when the level is not one of those accepted.
 * The e-mail of the claims is not read: it proves no mailbox and links no account.
 */
export function identityOf(
  claims: Readonly<Record<string, unknown>>,
  map: ClaimMap,
): Identity | undefined {
  const level = map.levels.get(text(claims.acr));
  const subject = text(claims.sub);
  if (!level || !subject) return undefined;
  return {
    subject,
    level,
    givenName: text(claims[map.givenName]),
    familyName: text(claims[map.familyName]),
    fiscalCode: fiscalCodeOf(text(claims[map.fiscalCode])) || null,
  };
}

/** SPID writes "TINIT-RSSMRA80A01H501U"; eIDAS uses other prefixes, whose codes are not Italian. */
function fiscalCodeOf(claim: string): string {
  const code = claim.toUpperCase().replace(/^TINIT-/, "");
  return /^[A-Z0-9]{11,16}$/.test(code) ? code : "";
}

const text = (claim: unknown): string => (typeof claim === "string" ? claim.trim() : "");
