import { ROME, romeParts } from "@/lib/kernel/rome-time";

/**
 * An instant for ical-generator: asked for a time zone it answers with the wall clock of Rome,
 * wherever the process runs. A plain Date would give the clock of the machine under Rome's name.
 */
export class RomeClock extends Date {
  // These three are how ical-generator knows a date that converts itself.
  readonly internal = new Date(this.getTime());
  #rome() {
    return romeParts(this.internal);
  }
  withTimeZone(): this {
    return this;
  }
  tzComponents(): { tz: string } {
    return { tz: ROME };
  }
  override getFullYear(): number {
    return this.#rome().year;
  }
  override getMonth(): number {
    return this.#rome().month - 1;
  }
  override getDate(): number {
    return this.#rome().day;
  }
  override getHours(): number {
    return this.#rome().hour;
  }
  override getMinutes(): number {
    return this.#rome().minute;
  }
  override getSeconds(): number {
    return this.#rome().second;
  }
}
