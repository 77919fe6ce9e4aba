import type { Messages } from "./catalogues";
import type { Locale } from "./routing";

/** Makes `t("…")` accept only keys that exist. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
