import { useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { ButtonLink } from "@/components/ui/button";
import { ZoneMap } from "@/components/ui/zone-map";
import { routes } from "@/lib/routes";
import type { ZonePage } from "@/lib/territory/queries";
import { nameOnMap } from "./zone-states";

/** A line never begins with the hyphen between the parts of a name. */
const unbroken = (name: string) => name.replaceAll(" - ", "\u00a0- ");

/** Name, body, municipalities and where the zone lies. */
export function ZoneHead({ zone, open }: { zone: ZonePage; open: number }) {
  const t = useTranslations("public");
  const [first] = zone.bodies;
  return (
    <section className="ct-zonehead ct-dark">
      <div className="container">
        <Breadcrumb
          items={[
            { label: t("crumb"), href: routes.home() },
            { label: t("zones.crumb"), href: routes.zones() },
            { label: zone.name },
          ]}
        />
        <div className="ct-zonehead-grid">
          <div>
            <p className="fw-semibold mb-2">
              {t("zone.kicker", { authority: zone.authority, count: zone.municipalities.length })}
            </p>
            <h1>{unbroken(zone.name)}</h1>
            {first && (
              <p className="ct-lead mb-4">{t("zone.lead", { body: first.name })}</p>
            )}
            {open > 0 && (
              <div className="ct-actions">
                <ButtonLink look="light" href="#partecipa">
                  {t("zone.participateOpen", { count: open })}
                </ButtonLink>
              </div>
            )}
          </div>
          <div className="ct-map-small">
            <ZoneMap
              states={{ [zone.slug]: "open" }}
              labels={[{ slug: zone.slug, name: nameOnMap(zone.name) }]}
              description={t("zone.map", { name: zone.name })}
            />
          </div>
        </div>
      </div>
    </section>
  );
}
