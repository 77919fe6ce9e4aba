import { useTranslations } from "next-intl";
import { type Chip, FilterChips } from "@/components/ui/filters";
import { type AddressedFilters, writeFilters } from "@/lib/calls/core/filter-address";
import type { CallList } from "@/lib/calls/queries/call-list";
import { type Theme, THEMES } from "@/lib/calls/schema";
import { routes } from "@/lib/routes";

/** The filters at work, each with the way to take it off. */
export function CallListChips({ by, list }: { by: AddressedFilters; list: CallList }) {
  const t = useTranslations("calls");
  const without = (change: Partial<AddressedFilters>) =>
    routes.calls() + writeFilters({ ...by, after: undefined, ...change });
  const except = <T,>(all: readonly T[], one: T) => all.filter((other) => other !== one);
  const zone = list.zones.find(({ slug }) => slug === by.zone);
  const chips: Chip[] = [
    ...(by.text ? [{ label: `“${by.text}”`, href: without({ text: "" }) }] : []),
    ...(by.zone ? [{ label: zone?.name ?? by.zone, href: without({ zone: "" }) }] : []),
    ...(by.municipality
      ? [
          {
            label: list.municipality?.name ?? by.municipality,
            href: without({ municipality: "" }),
          },
        ]
      : []),
    ...by.audiences.map((audience) => ({
      label: t(`audience.${audience === "citizen" ? "citizen" : "organisation"}`),
      href: without({ audiences: except(by.audiences, audience) }),
    })),
    ...by.themes.filter(isTheme).map((theme) => ({
      label: t(`theme.${theme}`),
      href: without({ themes: except(by.themes, theme) }),
    })),
    ...by.states.map((state) => ({
      label: t(`stateFilter.${state}`),
      href: without({ states: except(by.states, state) }),
    })),
    ...(by.archive
      ? [{ label: t("stateFilter.archive"), href: without({ archive: false }) }]
      : []),
  ];
  return <FilterChips chips={chips} clear={routes.calls()} />;
}

const isTheme = (code: string): code is Theme => THEMES.some((theme) => theme === code);
