import { expect } from "vitest";
import { sessionCookie } from "@/lib/auth/cookies";
import { routes } from "@/lib/routes";
import type { PreparedDraft } from "./prepared-drafts";

type Post = { session?: string; accept?: string; from?: string };

export type Posted = { answer: Response; status: number; text: string };

export const pdfBlob = (bytes: Uint8Array<ArrayBuffer>) =>
  new Blob([bytes], { type: "application/pdf" });

/** Forms as a browser without scripts posts them: its origin, the page it stood on. */
export function plainPosts(origin: string) {
  const post = async (
    path: string,
    body: FormData | URLSearchParams,
    given: Post = {},
  ): Promise<Posted> => {
    const { session = "", accept = "text/html,application/xhtml+xml,*/*;q=0.8" } = given;
    const answer = await fetch(origin + path, {
      method: "POST",
      body,
      redirect: "manual",
      headers: {
        ...{ accept, origin, cookie: `${sessionCookie().name}=${session}` },
        referer: origin + (given.from ?? "/"),
      },
    });
    return { answer, status: answer.status, text: await answer.text() };
  };

  /** The page that an address leads to, with the form of a message on it. */
  const messageForm = async (draft: PreparedDraft, address: string | null) => {
    const cookie = `${sessionCookie().name}=${draft.session}`;
    const answer = await fetch(new URL(address ?? "", origin), { headers: { cookie } });
    const page = await answer.text();
    const [form = ""] = /<form[^>]* id="scrivi"[\s\S]*?<\/form>/.exec(page) ?? [];
    const [, action = ""] = /<form[^>]* action="([^"]*)"/.exec(form) ?? [];
    const [, text = ""] = /<textarea[^>]*>([\s\S]*?)<\/textarea>/.exec(form) ?? [];
    const write = (fields: Record<string, string | Blob>) => {
      const body = new FormData();
      for (const [name, value] of hiddenPairs(form)) body.append(name, value);
      for (const [name, value] of Object.entries(fields)) {
        if (typeof value === "string") body.append(name, value);
        else body.append(name, value, "delega.pdf");
      }
      return post(action, body, { ...draft, from: routes.myApplication(draft.applicationId) });
    };
    return { page, form, text, write };
  };
  return { post, messageForm };
}

/** The names and values of the hidden fields of a page. */
export function hiddenPairs(page: string): [string, string][] {
  const plain = (text = "") =>
    text.replace(/&#(\d+);/g, (_, code: string) => String.fromCharCode(Number(code)));
  return [...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(
    ([, name, value]) => [plain(name), plain(value)],
  );
}

/** What a page that hands a form with a file back would send again. */
export function postedBack(page: string): FormData {
  expect(page).toContain('enctype="multipart/form-data"');
  const form = new FormData();
  for (const [name, value] of hiddenPairs(page)) form.append(name, value);
  return form;
}

/** The page of the answers, with a file beside them. */
export function answersWith(file: Blob | undefined, name = "Circolo Arci Pontedera"): FormData {
  const form = new FormData();
  for (const id of ["legalNature", "name"]) form.append("_shown", id);
  form.append("_rev.organisation", "1");
  form.append("_upload", "paper");
  form.append("step", "dati-generali");
  form.append("legalNature", "aps");
  if (file) form.append("_file.paper", file, "delega.pdf");
  // After the file, as further questions of a page would be.
  form.append("name", name);
  return form;
}
