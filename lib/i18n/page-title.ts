import { getTranslations } from "next-intl/server";

/** The title of a page with a form: it begins with "Errore:" while there is something to mend. */
export async function pageTitle(title: string, failed: boolean): Promise<string> {
  if (!failed) return title;
  const t = await getTranslations("errors");
  return t("titlePrefix", { title });
}
