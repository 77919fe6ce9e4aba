import { personCheckCharacter } from "@/lib/people/core/person-fiscal-code";
import { seedId } from "./seed";

/** Names in other scripts have a mailbox in ours. */
export function mailboxOf(givenName: string, familyName: string): string {
  const plain = `${givenName}.${familyName}`
    .normalize("NFD")
    .toLowerCase()
    .replace(/[^a-z.]/g, "");
  const local = plain.replace(/^\.+|\.+$/g, "") || `persona${seedNumber(givenName + familyName)}`;
  return `${local}@posta.example.org`;
}

/** A number for a name, the same at each loading. */
export function seedNumber(name: string): number {
  return Number.parseInt(seedId(`number:${name}`).slice(-6), 16);
}

/** An invented fiscal code of a person born in Pontedera in March 1985, with its check character. */
export function personCode(givenName: string, familyName: string, index: number): string {
  const three = (name: string) =>
    name
      .normalize("NFD")
      .toUpperCase()
      .replace(/[^A-Z]/g, "")
      .slice(0, 3)
      .padEnd(3, "X");
  const fifteen = `${three(familyName)}${three(givenName)}85C${10 + (index % 20)}G843`;
  return fifteen + personCheckCharacter(fifteen);
}

/** An invented fiscal code of a body, with its check digit (Luhn's). */
export function bodyCode(number: number): string {
  const ten = String(9_000_000_000 + number);
  const sum = [...ten].reduce((total, digit, at) => {
    const weighed = Number(digit) * (at % 2 === 0 ? 1 : 2);
    return total + (weighed > 9 ? weighed - 9 : weighed);
  }, 0);
  return ten + ((10 - (sum % 10)) % 10);
}
