import { useLocale, useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { MoreLink } from "@/components/ui/more-link";
import { Panel, Section } from "@/components/ui/panel";
import { PhaseWall } from "@/components/ui/phases";
import { TextInput } from "@/components/forms/text-input";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";
import type { EditionFigures } from "@/lib/territory/queries";

const STEPS = ["find", "apply", "receipt", "workshops"] as const;

/** Four steps, from finding a call to the workshops. */
export function HowItWorks() {
  const t = useTranslations("public");
  return (
    <Section
      id="come-funziona"
      title={t("home.how.title")}
      aside={<MoreLink href={routes.guideFor("candidarsi")}>{t("home.how.guide")}</MoreLink>}
    >
      <HowSteps />
    </Section>
  );
}

export function HowSteps() {
  const t = useTranslations("public");
  return (
    <ol className="ct-how">
      {STEPS.map((step) => (
        <li key={step}>
          <h3>{t(`home.how.steps.${step}.title`)}</h3>
          <p>{t(`home.how.steps.${step}.text`)}</p>
        </li>
      ))}
    </ol>
  );
}

const PHASES = ["1", "2", "3", "4", "5", "6"] as const;
const WAYS: Partial<Record<(typeof PHASES)[number], "persons" | "everybody">> = {
  3: "persons",
  4: "everybody",
};

/** The six phases as a wall; one applies in the third and in the fourth. */
export function SixPhases() {
  const t = useTranslations("public");
  return (
    <Section ground="tint" title={t("path.title")} text={t("path.text")}>
      <PhaseWall
        phases={PHASES.map((phase) => {
          const way = WAYS[phase];
          return {
            title: t(`path.phases.${phase}.title`),
            number: t("path.number", { number: phase }),
            text: t(`path.phases.${phase}.text`),
            ...(way && {
              way: t.rich(`path.way.${way}`, { b: (words) => <strong>{words}</strong> }),
            }),
          };
        })}
      />
    </Section>
  );
}

/** The field that finds the zone of those who do not know its name. */
export function MunicipalityForm({
  value,
  options = [],
}: {
  value?: string;
  options?: { name: string }[];
}) {
  const t = useTranslations("public");
  const locale = useLocale();
  return (
    <form
      className="ct-inline-form"
      role="search"
      aria-label={t("zones.searchLabel")}
      action={addressIn(locale, routes.zones())}
    >
      <TextInput
        label={t("zones.municipality")}
        name="comune"
        width="m"
        autoComplete="address-level2"
        defaultValue={value}
        list={options.length > 0 ? "comuni" : undefined}
      />
      {options.length > 0 && (
        <datalist id="comuni">
          {options.map(({ name }) => (
            <option key={name} value={name} />
          ))}
        </datalist>
      )}
      <Button look="outline">{t("zones.find")}</Button>
    </form>
  );
}

/** The way to check a document, without an account. */
export function VerifyPanel() {
  const t = useTranslations("public");
  const locale = useLocale();
  return (
    <Panel title={t("home.verify.title")}>
      <p className="ct-muted">{t("home.verify.text")}</p>
      <form action={addressIn(locale, routes.verify())}>
        <TextInput
          label={t("home.verify.code")}
          hint={t("home.verify.hint")}
          name="codice"
          className="form-control ct-code"
          autoComplete="off"
          spellCheck={false}
        />
        <Button className="w-100 mt-3" look="outline">
          {t("home.verify.go")}
        </Button>
      </form>
    </Panel>
  );
}

/** What the editions of the path have brought, in four numbers. */
export function PathNumbers(props: { editions: EditionFigures[]; zones: number; towns: number }) {
  const t = useTranslations("public");
  const [first] = props.editions;
  const last = props.editions.at(-1);
  if (!first || !last) return null;
  const numbers = [
    {
      key: "zones",
      count: props.zones,
      words: t("numbers.zones", {
        count: props.editions.length,
        from: String(first.yearFrom),
        to: String(last.yearTo ?? last.yearFrom),
      }),
    },
    { key: "people", count: first.people, words: t("numbers.people") },
    { key: "solutions", count: first.solutions, words: t("numbers.solutions") },
    { key: "towns", count: props.towns, words: t("numbers.towns") },
  ];
  return (
    <Section ground="band" title={t("numbers.title")}>
      <dl className="ct-numbers">
        {numbers.map(({ key, count, words }) =>
          count === null ? null : (
            <div key={key}>
              <dt>{words}</dt>
              <dd className="ct-num">{t("numbers.figure", { count })}</dd>
            </div>
          ),
        )}
      </dl>
    </Section>
  );
}
