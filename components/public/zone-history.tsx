import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Link } from "@/components/ui/link";
import { Section } from "@/components/ui/panel";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import { addDays } from "@/lib/kernel/local-date";
import { dateWords } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { EndedZone, PastZone } from "@/lib/territory/queries/ended-zone";

/** The zones that this one came out of, each as it was, with the calls of then. */
export function ZoneHistory({ history }: { history: PastZone[] }) {
  const t = useTranslations("territory");
  return (
    <Section title={t("history.title")} text={t("history.text")} ground="paper">
      {history.map((past) => (
        <article key={past.slug} className="mb-4">
          <h3 className="ct-h3">{past.name}</h3>
          <ZoneDays {...past} />
          {past.calls && (
            <p>
              <Link href={routes.calls() + writeFilters(readFilters({ zona: past.slug }))}>
                {t("history.calls", { name: past.name })}
              </Link>
            </p>
          )}
        </article>
      ))}
    </Section>
  );
}

/** The page of a zone that is no more, and that several or none came after. */
export function ZoneOfBefore({ ended }: { ended: EndedZone }) {
  const t = useTranslations("territory");
  const pages = useTranslations("public");
  const locale = useLocale();
  return (
    <div className="container ct-pagehead-narrow">
      <Breadcrumb
        items={[
          { label: pages("crumb"), href: routes.home() },
          { label: pages("zones.crumb"), href: routes.zones() },
          { label: ended.name },
        ]}
      />
      <p className="fw-semibold mb-2">{t("ended.kicker")}</p>
      <h1>{ended.name}</h1>
      <p className="ct-lead">{t("ended.text", { to: dateWords(lastDay(ended), locale) })}</p>
      {ended.successors.length > 0 ? (
        <>
          <h2>{t("ended.now")}</h2>
          <ul>
            {ended.successors.map(({ slug, name }) => (
              <li key={slug}>
                <Link href={routes.zone(slug)}>{name}</Link>
              </li>
            ))}
          </ul>
        </>
      ) : (
        <p>{t("ended.none")}</p>
      )}
      <h2>{t("history.title")}</h2>
      <ZoneDays {...ended} />
      <p>
        <Link href={routes.calls() + writeFilters(readFilters({ zona: ended.slug }))}>
          {t("history.calls", { name: ended.name })}
        </Link>
      </p>
    </div>
  );
}

/** The day before the first one on which it was no more. */
const lastDay = ({ to }: { to: string }) => addDays(to, -1);

type DaysProps = { from: string; to: string; municipalities: string[] };

function ZoneDays({ from, to, municipalities }: DaysProps) {
  const t = useTranslations("territory");
  const locale = useLocale();
  return (
    <>
      <p className="mb-2">
        {t("history.days", { from: dateWords(from, locale), to: dateWords(lastDay({ to }), locale) })}
      </p>
      <p className="ct-measure">
        {t("history.towns", { count: municipalities.length, names: municipalities.join(", ") })}
      </p>
    </>
  );
}
