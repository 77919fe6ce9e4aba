import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { addressIn } from "@/lib/i18n/addresses";

/** What a list shows, as files. They are plain links: nothing is fetched before somebody asks. */
export function ExportLinks({ address }: { address: (format: "csv" | "xlsx") => string }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  return (
    <p className="mt-m">
      <strong>{t("export.title")}:</strong>{" "}
      {(["csv", "xlsx"] as const).map((format, at) => (
        <Fragment key={format}>
          {at > 0 && " · "}
          <a href={addressIn(locale, address(format))} download>
            {t(`export.${format}`)}
          </a>
        </Fragment>
      ))}
      <br />
      <span className="small soft">{t("export.text")}</span>
    </p>
  );
}
