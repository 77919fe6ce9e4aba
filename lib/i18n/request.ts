import { getRequestConfig } from "next-intl/server";
import { catalogueOf } from "./catalogues";
import { isLocale, routing } from "./routing";

export default getRequestConfig(async ({ requestLocale }) => {
  const wanted = await requestLocale;
  const locale = isLocale(wanted) ? wanted : routing.defaultLocale;
  return { locale, messages: catalogueOf(locale), timeZone: "Europe/Rome" };
});
