import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import { FilterGroup, FilterPanel } from "@/components/ui/filters";
import { STATE_FILTERS } from "@/lib/calls/core/call-filters";
import {
  type AddressedFilters,
  audienceWord,
  stateWord,
  themeWord,
} from "@/lib/calls/core/filter-address";
import type { CallList } from "@/lib/calls/queries/call-list";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = { by: AddressedFilters; list: CallList };

/** The filters of the list: a form by GET, so that the address says what is shown. */
export function CallListFilters({ by, list }: Props) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { counts, many, zones } = list;
  const themes = THEMES.filter(
    (theme) => many || counts.themes.has(theme) || by.themes.includes(theme),
  );
  const number = (of: number | undefined) => (many ? {} : { count: of ?? 0 });
  return (
    <FilterPanel
      title={t("list.filter")}
      action={addressIn(locale, routes.calls())}
      submit={t("list.show")}
    >
      <TextInput
        label={t("list.search")}
        hint={t("list.searchHint")}
        name="q"
        type="search"
        maxLength={100}
        defaultValue={by.text}
      />
      <Select
        label={t("list.zone")}
        name="zona"
        defaultValue={by.zone}
        options={[
          { value: "", label: t("list.everywhere") },
          ...zones.map(({ slug, name }) => ({ value: slug, label: name })),
        ]}
      />
      <TextInput
        label={t("list.municipality")}
        name="comune"
        autoComplete="address-level2"
        defaultValue={by.municipality}
      />
      <FilterGroup
        legend={t("list.audience")}
        name="per"
        options={AUDIENCES.map((audience) => ({
          value: audienceWord(audience),
          label: t(`audience.${audience}`),
          ...number(counts.audiences.get(audience)),
          checked: by.audiences.includes(audience),
        }))}
      />
      {themes.length > 0 && (
        <FilterGroup
          legend={t("list.theme")}
          name="tema"
          options={themes.map((theme) => ({
            value: themeWord(theme),
            label: t(`theme.${theme}`),
            ...number(counts.themes.get(theme)),
            checked: by.themes.includes(theme),
          }))}
        />
      )}
      <FilterGroup
        legend={t("list.state")}
        name="stato"
        options={[
          ...STATE_FILTERS.map((state) => ({
            value: stateWord(state),
            label: t(`stateFilter.${state}`),
            ...(!by.archive && number(counts.states.get(state))),
            checked: by.states.includes(state),
          })),
          { value: stateWord("archive"), label: t("stateFilter.archive"), checked: by.archive },
        ]}
      />
    </FilterPanel>
  );
}
