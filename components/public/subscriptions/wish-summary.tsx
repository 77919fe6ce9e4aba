import { useTranslations } from "next-intl";
import { DescriptionList } from "@/components/ui/description-list";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";

type Props = {
  zones: readonly { name: string }[];
  themes: readonly string[];
  audiences: readonly string[];
  daily: boolean;
};

/** What one hears of, in words. */
export function WishSummary({ zones, themes, audiences, daily }: Props) {
  const t = useTranslations("subscriptions");
  const calls = useTranslations("calls");
  const list = (names: string[], all: string) => (names.length > 0 ? names.join(", ") : all);
  return (
    <DescriptionList
      items={[
        { term: t("wish.zones"), value: list(zones.map(({ name }) => name), t("wish.allZones")) },
        {
          term: t("wish.audiences"),
          value: list(
            AUDIENCES.filter((one) => audiences.includes(one)).map((one) => calls(`audience.${one}`)),
            t("wish.everybody"),
          ),
        },
        {
          term: t("wish.themes"),
          value: list(
            THEMES.filter((one) => themes.includes(one)).map((one) => calls(`theme.${one}`)),
            t("wish.allThemes"),
          ),
        },
        { term: t("wish.when"), value: daily ? t("wish.daily") : t("wish.atOnce") },
      ]}
    />
  );
}
