import type { Page } from "playwright";
import { workingDay } from "@/db/seed/data/calls-of-today";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { eventually } from "./outbox";
import type { OpenSite } from "./server";

const evenings = ["Conoscersi", "Ascoltare", "Scegliere", "Restituire"];

const press = (page: Page, name: string | RegExp) =>
  page.getByRole("main").getByRole("button", { name }).click();

/** What staff and participants do in the four workshops of a call, on one site. */
export function workshopSteps(site: OpenSite) {
  const { owner } = site.database;

  /** Writes the four meetings of a cycle, weekly from a fortnight ahead; returns its id. */
  async function plan(page: Page, callId: string, title: string): Promise<string> {
    await page.goto(site.origin + routes.staffPlanSeries(callId));
    await page.getByLabel("Nome del ciclo").fill(title);
    await page.getByLabel("Incontri per l’attestato").fill("3");
    const today = romeDate(new Date());
    for (const [at, name] of evenings.entries()) {
      const meeting = page.getByRole("group", { name: `Incontro ${at + 1}`, exact: true });
      await meeting.getByLabel("Titolo").fill(name);
      await meeting.getByLabel("Giorno").fill(workingDay(addDays(today, 14 + 7 * at)));
      await meeting.getByLabel("Come").selectOption("onsite");
      await meeting.getByLabel("Dove").fill("Sala comunale, Pontedera");
    }
    await press(page, "Salva il programma");
    await page.waitForURL(/fatto=creato$/);
    return new URL(page.url()).pathname.split("/").at(-1) ?? "";
  }

  /** What the trial mailbox holds about a cycle: whom it went to and its text. */
  async function mails(title: string, subject = "") {
    const { rows } = await owner.query<{ recipient: string; text: string }>(
      "select recipient, text from trial_mail where text like $1 and subject ~* $2 order by recipient",
      [`%${title}%`, subject],
    );
    return rows;
  }

  /** Convenes, and waits for the mails that the page had counted beforehand; returns how many. */
  async function convene(page: Page, title: string): Promise<number> {
    const said = await page.getByText(/messaggi?o? part(e|ono) subito/).textContent();
    const told = said?.startsWith("Un ") ? 1 : Number.parseInt(said ?? "", 10);
    await press(page, /^Convoca (una persona|\d+ persone)$/);
    await page.waitForURL(/fatto=convocati/);
    await eventually("convoked", async () => (await mails(title)).length === told);
    return told;
  }

  /** Opens the personal link of a mail and says "Vengo" to the first meeting. Returns the link. */
  async function accept(person: Page, text: string): Promise<string> {
    const link = /https?:\/\/\S+\/convocazioni\/[\w-]{43}(?=\s|$)/.exec(text)?.[0] ?? "";
    await person.goto(link);
    const answer = person.locator("form.ws-answer").first();
    await answer.getByLabel("Vengo").check();
    await answer.getByRole("button").click();
    await person.getByText("La tua risposta è salvata.").waitFor();
    return link;
  }

  /** Weeks go by: attendance opens half an hour before a meeting, and no clock of ours can be set. */
  const letWeeksPass = (seriesId: string) =>
    owner.query(
      `update meeting set starts_at = starts_at - interval '60 days',
         ends_at = ends_at - interval '60 days' where series_id = $1`,
      [seriesId],
    );

  /** Takes the attendance of all meetings and closes them; `state` by participant and meeting. */
  async function hold(
    page: Page,
    seriesId: string,
    state: (participant: number, meeting: number) => "Presente" | "Assente" | "Delegato",
  ): Promise<void> {
    const { rows } = await owner.query<{ id: string }>(
      "select id from meeting where series_id = $1 order by number",
      [seriesId],
    );
    for (const [at, { id }] of rows.entries()) {
      await page.goto(site.origin + routes.staffMeeting(seriesId, id));
      for (const [who, row] of (await page.locator(".ws-roster li").all()).entries()) {
        await row.getByRole("radio", { name: state(who, at) }).check();
      }
      await press(page, "Salva le presenze");
      await page.getByText("Le presenze sono salvate.").waitFor();
      await press(page, "Chiudi l’incontro");
      await page.waitForURL(/fatto=chiuso/);
    }
  }

  /** Issues the certificates of a cycle; returns the mail with the link to one, by its recipient. */
  async function certify(page: Page, given: { seriesId: string; title: string; count: number }) {
    const { seriesId, title, count } = given;
    await page.goto(site.origin + routes.staffSeriesAttendance(seriesId));
    await press(page, count === 1 ? "Rilascia un attestato" : `Rilascia ${count} attestati`);
    await page.waitForURL(/fatto=attestati/);
    const done = async () => (await mails(title, "attestato")).length === count;
    await eventually("certificates mailed", done);
    return new Map((await mails(title, "attestato")).map((mail) => [mail.recipient, mail.text]));
  }

  /** The certificate of a mail, as its link answers once it is drawn, and its code. */
  async function certificateOf(text: string) {
    const url = /https?:\/\/\S+\/attestato/.exec(text)?.[0] ?? "";
    const drawn = async () => (await fetch(url, { redirect: "manual" })).status === 200;
    await eventually("drawn", drawn);
    const answer = await fetch(url);
    const bytes = Buffer.from(await answer.arrayBuffer());
    const code = /[A-Z0-9]{4}(-[A-Z0-9]{1,4}){3}/.exec(text)?.[0] ?? "";
    return { type: answer.headers.get("content-type"), bytes, code };
  }

  return { plan, convene, mails, accept, letWeeksPass, hold, certify, certificateOf };
}

/** Asks the public page about a code and waits for its answer. */
export async function verify(
  page: Page,
  site: OpenSite,
  code: string,
  answer: string,
): Promise<void> {
  await page.goto(site.origin + routes.verify());
  await page.getByLabel("Codice di verifica").fill(code);
  await press(page, "Verifica");
  await page.getByRole("heading", { name: answer }).waitFor();
}
