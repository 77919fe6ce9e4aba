import { headers } from "next/headers";
import { getTranslations } from "next-intl/server";

/** The title of a page with a form: it begins with "Errore:" while there is something to mend. */
export async function pageTitle(title: string, failed: boolean): Promise<string> {
  if (!failed || (await answersForm())) return title;
  const t = await getTranslations("errors");
  return t("titlePrefix", { title });
}

/**
 * How titles are made, for the document's layout. A page that answers a form sent without scripts
 * says "Errore:": what went well leads to another page, so only a refusal is answered in place.
 */
export async function titleTemplate(programme: string): Promise<string> {
  const whole = `%s - ${programme}`;
  if (!(await answersForm())) return whole;
  const t = await getTranslations("errors");
  return t("titlePrefix", { title: whole });
}

/** With scripts Next names the action in a header, and the form changes the title by itself. */
async function answersForm(): Promise<boolean> {
  const given = await headers();
  // The page that an action redirects to is fetched with the headers of the action, less its name.
  return (
    (given.get("content-type") ?? "").startsWith("multipart/form-data") &&
    (given.get("accept") ?? "").includes("text/html") &&
    !given.has("next-action")
  );
}
