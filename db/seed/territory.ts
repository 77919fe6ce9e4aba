import {
  body,
  edition,
  healthAuthority,
  municipality,
  phase,
  process,
  solution,
  zone,
  zoneMunicipality,
} from "@/db/schema/territory";
import { bodiesOfTuscany } from "./bodies";
import facts from "./data/real-calls.json" with { type: "json" };
import tuscany from "./data/zone-distretto.json" with { type: "json" };
import { type Seed, seedId } from "./seed";

/** L.R. 11/2017: the zones of today are in force from 1 January 2018. */
const SINCE = "2018-01-01";

/** Zones with a path in the first edition, as the calls of those years show. */
const FIRST_EDITION = [
  "alta-val-di-cecina-valdera",
  "fiorentina-nord-ovest",
  "amiata-grossetana-colline-metallifere-grossetana",
  "valdichiana-aretina",
];

/** The paths under way, with the phase each has reached. */
const UNDER_WAY: Record<string, number> = {
  "alta-val-di-cecina-valdera": 3,
  "fiorentina-nord-ovest": 4,
  "amiata-grossetana-colline-metallifere-grossetana": 4,
  "piana-di-lucca": 2,
  lunigiana: 5,
};

/** What the first edition brought; names, places and days as they were published. */
const SOLUTIONS = [
  {
    slug: "camper-della-salute",
    zone: "amiata-grossetana-colline-metallifere-grossetana",
    name: "Camper della Salute",
    summary:
      "L’operatore di salute di comunità arriva nei paesi lontani dagli ambulatori, con un calendario di uscite. Prime tappe: Massa Marittima, Montieri, Scansano.",
    presentedOn: "2023-02-17",
  },
  {
    slug: "mediatore-neuroculturale",
    zone: "amiata-grossetana-colline-metallifere-grossetana",
    name: "Mediatore neuroculturale",
    summary:
      "Forma persone che aiutano chiunque a capirsi con i servizi, perché tutti li possano usare.",
    presentedOn: null,
  },
  {
    slug: "punto-vendita-accessibile",
    zone: "fiorentina-nord-ovest",
    name: "Un punto vendita accessibile a tutti",
    summary:
      "Un negozio ripensato insieme alle persone con disabilità, poi le linee guida per gli altri.",
    presentedOn: null,
  },
  {
    slug: "invecchiamento-attivo",
    zone: "valdichiana-aretina",
    name: "Invecchiamento attivo",
    summary: "Attività e servizi pensati con chi ha più di 65 anni.",
    presentedOn: "2022-06-17",
  },
  {
    slug: "servizio-integrato-di-orientamento",
    zone: "alta-val-di-cecina-valdera",
    name: "Servizio integrato di orientamento e informazione",
    summary: "Le associazioni della zona, in rete, aiutano a trovare il servizio giusto.",
    presentedOn: null,
  },
];

/** ASL, zones, municipalities, bodies, editions, phases and the paths of the zones. */
export async function seedTerritory(seed: Seed): Promise<void> {
  const { db } = seed.ctx({ name: "territory", at: seed.instant(seed.today, "00:00") });
  const authorities = [...new Set(tuscany.zones.map((one) => one.asl))];
  await db
    .insert(healthAuthority)
    .values(authorities.map((name) => ({ id: authorityId(name), slug: slugOf(name), name })));
  await db.insert(zone).values(
    tuscany.zones.map((one) => ({
      id: zoneId(one.slug),
      slug: one.slug,
      name: one.name,
      healthAuthorityId: authorityId(one.asl),
      listStatus: one.comuni_status,
      validFrom: SINCE,
    })),
  );
  await db.insert(municipality).values(
    tuscany.zones.flatMap((one) =>
      one.comuni.map((town) => ({
        id: municipalityId(town.istat),
        istatCode: town.istat,
        cadastralCode: town.catastale,
        name: town.nome,
        province: town.provincia,
      })),
    ),
  );
  await db.insert(zoneMunicipality).values(
    tuscany.zones.flatMap((one) =>
      one.comuni.map((town) => ({
        zoneId: zoneId(one.slug),
        municipalityId: municipalityId(town.istat),
        validFrom: SINCE,
      })),
    ),
  );
  await db.insert(body).values(bodiesOfTuscany());
  await seedEditions(seed);
  await seedSolutions(seed);
}

async function seedEditions(seed: Seed): Promise<void> {
  const { db } = seed.ctx({ name: "editions", at: seed.instant(seed.today, "00:00") });
  const { editions, phases } = facts.process;
  await db.insert(edition).values(
    editions.map((one) => ({
      id: editionId(one.n),
      number: one.n,
      yearFrom: one.from,
      yearTo: one.to,
      zones: one.zones,
      people: one.people ?? null,
      solutions: one.solutions ?? null,
      note: one.note ?? null,
    })),
  );
  await db.insert(phase).values(
    editions.flatMap((one) =>
      phases.map((step) => ({
        id: seedId(`phase:${one.n}:${step.n}`),
        editionId: editionId(one.n),
        number: step.n,
        title: step.it,
        steps: step.steps,
      })),
    ),
  );
  await db
    .insert(process)
    .values([
      ...FIRST_EDITION.map((slug) => pathOf(slug, 1, "Percorso 2020-2022", 6)),
      ...Object.entries(UNDER_WAY).map(([slug, reached]) =>
        pathOf(slug, 2, "Percorso in corso", reached),
      ),
    ]);
}

async function seedSolutions(seed: Seed): Promise<void> {
  const { db } = seed.ctx({ name: "solutions", at: seed.instant(seed.today, "00:00") });
  await db.insert(solution).values(
    SOLUTIONS.map(({ zone: slug, ...one }) => ({
      id: seedId(`solution:${one.slug}`),
      zoneId: zoneId(slug),
      editionId: editionId(1),
      ...one,
    })),
  );
}

const pathOf = (slug: string, number: number, title: string, currentPhase: number) => ({
  id: processId(slug, number),
  zoneId: zoneId(slug),
  editionId: editionId(number),
  title,
  currentPhase,
});

const slugOf = (authority: string) =>
  authority.replace("Azienda USL ", "").toLowerCase().replaceAll(" ", "-");

const authorityId = (name: string) => seedId(`authority:${slugOf(name)}`);
const municipalityId = (istat: string) => seedId(`municipality:${istat}`);
const editionId = (number: number) => seedId(`edition:${number}`);
export const zoneId = (slug: string) => seedId(`zone:${slug}`);
export const processId = (slug: string, edition: number) => seedId(`process:${slug}:${edition}`);
