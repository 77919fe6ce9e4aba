import { generateSync } from "otplib";
import type { StaffRole } from "@/lib/auth/roles";
import { demonstrationBodies } from "./bodies";

/** A member of staff of the demonstration. Everybody knows these secrets: they open nothing else. */
export type DemonstrationStaff = {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  body: string;
  roles: readonly StaffRole[];
  /** Secret of the one-time codes, in base 32. */
  secret: string;
};

/** One password for all of them; the second factor differs. */
export const DEMONSTRATION_PASSWORD = "laboratorio di quartiere";

const ROLE_WORDS: Record<StaffRole, string> = {
  administrator: "amministra",
  officer: "responsabile",
  reviewer: "commissione",
  facilitator: "facilitatore",
  desk: "sportello",
};

const { valdera, northWest, coeso, region } = demonstrationBodies;

export const demonstrationStaff: readonly DemonstrationStaff[] = [
  staff(
    "Chiara Bandini",
    valdera,
    ["administrator", "officer"],
    "NFXG64TBOR2WK4TJNRUW4ZDPMV2G64TJ",
  ),
  staff("Paolo Landi", valdera, ["reviewer"], "OBQW63DPNRQW4ZDJOJSXM2LTN5ZGKZDF"),
  staff("Elira Hoxha", valdera, ["reviewer"], "MVWGS4TBNBXXQ2DBOJSXM2LTN5ZGKZLM"),
  staff("Andrei Popescu", valdera, ["facilitator"], "MFXGI4TFNFYG64DFONRXKZTBMNUWY2LU"),
  staff("Lucia Gori", valdera, ["desk"], "NR2WG2LBM5XXE2LTOBXXE5DFNRWG6ZDF"),
  staff(
    "Ilaria Fabbri",
    northWest,
    ["administrator", "officer"],
    "NFWGC4TJMFTGCYTCOJUWM2LSMVXHUZJN",
  ),
  staff("Ionela Munteanu", northWest, ["reviewer"], "NFXW4ZLMMFWXK3TUMVQW45LSMV3GS43P"),
  staff("Marco Tognetti", coeso, ["administrator", "officer"], "NVQXEY3PORXWO3TFOR2GSY3PMVZW6Z3S"),
  staff("Samir Haddad", coeso, ["reviewer", "facilitator"], "ONQW22LSNBQWIZDBMRRW6ZLTN5TXE33T"),
  staff("Paola Vieri", region, ["administrator", "officer"], "OBQW63DBOZUWK4TJOJSWO2LPNZQXI33T"),
];

/** A person who applies; some have no Italian fiscal code. */
export type DemonstrationPerson = {
  key: string;
  givenName: string;
  familyName: string;
  email: string;
  locale: "it" | "en";
};

export const demonstrationPeople: readonly DemonstrationPerson[] = [
  applicant("Lucia Bianchi"),
  applicant("Amina Diallo"),
  applicant("Teresa Ferri"),
  applicant("Ionuț Dumitrescu"),
  applicant("Mihaela Ștefănescu"),
  applicant("Besnik Gjoka"),
  applicant("Çiljeta Prifti"),
  applicant("Fatima Zahra El Amrani", "en"),
  applicant("Youssef Ben Salah", "en"),
  applicant("Ivo Salvadori"),
  applicant("Niccolò D'Angelo Dell'Òmo"),
];

/** Who can sign in to the demonstration: printed by `npm start`, tried by the browser tests. */
export const demonstrationAccounts: readonly { who: string; email: string; how: string }[] = [
  ...demonstrationPeople.slice(0, 2).map(({ givenName, familyName, email }) => ({
    who: `${givenName} ${familyName}, si candida`,
    email,
    how: "link per e-mail: arriva nella posta di prova, /prova/posta",
  })),
  ...demonstrationStaff.map(({ givenName, familyName, email, roles, body, secret }) => ({
    who: `${givenName} ${familyName}, ${roles.map((role) => ROLE_WORDS[role]).join(" e ")}, ${body}`,
    email,
    how: `password "${DEMONSTRATION_PASSWORD}", codice dal segreto ${secret}`,
  })),
];

/** The code that an authenticator app would show for a member of staff at an instant. */
export function demonstrationCode(secret: string, at: Date): string {
  return generateSync({ secret, epoch: Math.floor(at.getTime() / 1000) });
}

function staff(
  name: string,
  body: string,
  roles: readonly StaffRole[],
  secret: string,
): DemonstrationStaff {
  return { ...named(name), body, roles, secret, email: mailboxOf(name, "cantieri.example.org") };
}

function applicant(name: string, locale: "it" | "en" = "it"): DemonstrationPerson {
  return { ...named(name), locale, email: mailboxOf(name, "posta.example.org") };
}

function named(name: string) {
  const [givenName = "", ...rest] = name.split(" ");
  return { key: plain(name).replaceAll(".", "-"), givenName, familyName: rest.join(" ") };
}

function mailboxOf(name: string, domain: string): string {
  return `${plain(name)}@${domain}`;
}

function plain(name: string): string {
  return name
    .normalize("NFD")
    .replace(/[\u0300-\u036f']/g, "")
    .toLowerCase()
    .replaceAll(" ", ".");
}
