import { useLocale, useTranslations } from "next-intl";
import { RadioGroup } from "@/components/forms/choices";
import { Button } from "@/components/ui/button";
import { FilterGroup } from "@/components/ui/filters";
import { audienceWord, themeWord } from "@/lib/calls/core/filter-address";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import { type AddressedWishes, DAILY } from "@/lib/subscriptions/core/wish-address";

type Props = { wishes: AddressedWishes; zones: readonly { slug: string; name: string }[] };

/** What to hear of: a form by GET, so that the next step has it in its address. */
export function WishForm({ wishes, zones }: Props) {
  const t = useTranslations("subscriptions");
  const calls = useTranslations("calls");
  const locale = useLocale();
  return (
    <form method="get" action={addressIn(locale, routes.subscribeMailbox())} className="ct-wishes">
      <p className="ct-muted">{t("wish.none")}</p>
      <FilterGroup
        legend={t("wish.zones")}
        name="zona"
        options={zones.map(({ slug, name }) => ({
          value: slug,
          label: name,
          checked: wishes.zones.includes(slug),
        }))}
      />
      <FilterGroup
        legend={t("wish.audiences")}
        name="per"
        options={AUDIENCES.map((audience) => ({
          value: audienceWord(audience),
          label: calls(`audience.${audience}`),
          checked: wishes.audiences.includes(audience),
        }))}
      />
      <FilterGroup
        legend={t("wish.themes")}
        name="tema"
        options={THEMES.map((theme) => ({
          value: themeWord(theme),
          label: calls(`theme.${theme}`),
          checked: wishes.themes.includes(theme),
        }))}
      />
      <RadioGroup
        label={t("wish.when")}
        name="quando"
        defaultValue={wishes.daily ? DAILY : "subito"}
        choices={[
          { value: "subito", label: t("wish.atOnce"), hint: t("wish.atOnceHint") },
          { value: DAILY, label: t("wish.daily"), hint: t("wish.dailyHint") },
        ]}
      />
      <Button>{t("wish.next")}</Button>
    </form>
  );
}
