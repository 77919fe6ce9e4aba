import type { body } from "@/db/schema/territory";
import tuscany from "./data/zone-distretto.json" with { type: "json" };
import { seedId } from "./seed";

type NewBody = typeof body.$inferInsert;
type Zone = (typeof tuscany.zones)[number];

/** The bodies whose calls the demonstration shows; others look them up by these names. */
export const demonstrationBodies = {
  valdera: "sds-alta-val-di-cecina-valdera",
  northWest: "sds-fiorentina-nord-ovest",
  coeso: "coeso",
  region: "regione-toscana",
} as const;

export const bodyId = (slug: string) => seedId(`body:${slug}`);

/** What is particular of a body; contacts are examples, only names are real. */
const OWN: Record<string, { slug: string; phone: string; address: string; email?: string }> = {
  "amiata-grossetana-colline-metallifere-grossetana": {
    slug: demonstrationBodies.coeso,
    phone: "0564 000 104",
    address: "Via Damiano Chiesa 12, 58100 Grosseto",
  },
  "alta-val-di-cecina-valdera": {
    slug: demonstrationBodies.valdera,
    phone: "0587 000 210",
    address: "Via Fantozzi 14, 56025 Pontedera (PI)",
  },
  "fiorentina-nord-ovest": {
    slug: demonstrationBodies.northWest,
    phone: "055 000 3150",
    address: "Via Gramsci 561, 50019 Sesto Fiorentino (FI)",
  },
};

/** One body per zone (the SdS where there is one, else the zone of the ASL), and four others. */
export function bodiesOfTuscany(): NewBody[] {
  return [...tuscany.zones.map(bodyOfZone), ...others()];
}

function bodyOfZone(zone: Zone): NewBody {
  const own = OWN[zone.slug];
  const slug = own?.slug ?? `${zone.sds ? "sds" : "zona"}-${zone.slug}`;
  return {
    id: bodyId(slug),
    slug,
    name: zone.sds ?? `${zone.asl}, Zona ${zone.name}`,
    kind: zone.sds ? "sds" : "aslZone",
    zoneId: seedId(`zone:${zone.slug}`),
    code: zone.code,
    officeName: "Ufficio Partecipazione",
    ...contactsOf(slug),
    phone: own?.phone ?? null,
    address: own?.address ?? null,
  };
}

function others(): NewBody[] {
  return [
    other("regione-toscana", "Regione Toscana", "region", "RTO", "Settore Sanità territoriale"),
    other(
      "centro-di-salute-globale",
      "Centro di Salute Globale",
      "globalHealthCentre",
      "CSG",
      "Segreteria",
    ),
    other(
      "comitato-valle-del-serchio",
      "Comitato di partecipazione della Valle del Serchio",
      "committee",
      "CVS",
      "Segreteria del Comitato",
      "valle-del-serchio",
    ),
    other(
      "consulta-pisana",
      "Consulta del Terzo settore della Zona Pisana",
      "council",
      "CTP",
      "Segreteria della Consulta",
      "pisana",
    ),
  ];
}

function other(
  slug: string,
  name: string,
  kind: string,
  code: string,
  officeName: string,
  zone?: string,
): NewBody {
  return {
    id: bodyId(slug),
    slug,
    name,
    kind,
    code,
    officeName,
    zoneId: zone ? seedId(`zone:${zone}`) : null,
    ...contactsOf(slug),
  };
}

const contactsOf = (slug: string) => ({
  pec: `${slug}@postacert.example`,
  email: `partecipazione@${slug}.example`,
  helpHours: "dal lunedì al venerdì, ore 9:00-13:00",
});
