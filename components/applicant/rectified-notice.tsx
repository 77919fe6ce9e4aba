import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";

/** An act changed the form while this page was open: what was typed is stored, the page is old. */
export function RectifiedNotice({ here }: { here: string }) {
  const t = useTranslations("applications");
  return (
    <div role="alert" className="mb-4">
      <Callout tone="amber">
        <h2 className="ct-h3">{t("rectified.title")}</h2>
        <p>{t("rectified.text")}</p>
        <a className="btn btn-outline-primary btn-sm" href={here}>
          {t("rectified.open")}
        </a>
      </Callout>
    </div>
  );
}
