import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { addressIn } from "@/lib/i18n/addresses";
import { SearchField } from "./search-field";

/** Finds among what the desk entered, by name or code. */
export function DeskSearchForm({ address, text }: { address: string; text: string }) {
  const t = useTranslations("desk");
  const locale = useLocale();
  return (
    <search className="mt-s">
      <form action={addressIn(locale, address)} method="get" className="row-flex st-filters">
        <SearchField label={t("list.find")} text={text} />
        <Button look="outline" small>
          {t("list.apply")}
        </Button>
      </form>
    </search>
  );
}
