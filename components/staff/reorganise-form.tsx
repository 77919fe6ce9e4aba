"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { routes } from "@/lib/routes";
import type { AdministeredZone } from "@/lib/territory/queries/administered-territory";
import { ActionForm, type FormAction } from "./action-form";
import { FormCell, FormSelect, FormText } from "./form-fields";

type Named = { id: string; name: string };

type Props = {
  ending: AdministeredZone[];
  /** How many zones begin. */
  count: number;
  /** Municipalities without a zone, where none ends. */
  free: Named[];
  authorities: [id: string, name: string][];
  today: string;
  reorganise: FormAction;
};

/** The new zones, from when and why, and where each municipality and body goes. */
export function ReorganiseForm(props: Props) {
  const { ending, count, free, authorities, today, reorganise } = props;
  const t = useTranslations("territory");
  const towns = [...ending.flatMap((zone) => zone.municipalities), ...free];
  const bodies = ending.flatMap((zone) => zone.bodies);
  const places = Array.from({ length: count }, (_, at) => at);
  if (count > 0 && towns.length === 0) {
    return (
      <Panel className="mt-m">
        <p>{t("plan.noTowns")}</p>
        <Link href={routes.staffReorganise()}>{t("plan.back")}</Link>
      </Panel>
    );
  }
  return (
    <ActionForm
      action={reorganise}
      className="stack mt-m"
      labels={{
        on: t("plan.on"),
        reason: t("plan.reason"),
        name: t("plan.name"),
        without: t("plan.towns"),
      }}
    >
      {ending.map(({ id }) => (
        <Hidden key={id} name="ending" value={id} />
      ))}
      <Panel title={t("plan.days")}>
        {ending.length > 0 && (
          <p className="mb-3">
            {t("plan.ends")}: <strong>{ending.map(({ name }) => name).join(", ")}</strong>
          </p>
        )}
        <FormText
          name="on"
          type="date"
          label={t("plan.on")}
          hint={t("plan.onHint")}
          stored={today}
          max={today}
          width="s"
        />
        <FormText name="reason" label={t("plan.reason")} hint={t("plan.reasonHint")} />
      </Panel>
      {places.map((at) => (
        <Panel key={at} title={t("plan.begins", { number: at + 1 })}>
          <FormCell name="name" type="text" row={at} stored="" label={t("plan.name")} />
          <Authority at={at} authorities={authorities} stored={ending[0]?.authorityId} />
          {count === 1 && ending.length > 0 && (
            <p className="soft mt-s">{t("plan.allTo", { count: towns.length })}</p>
          )}
        </Panel>
      ))}
      <Places kind="town" things={towns} count={count} hidden={count === 1 && ending.length > 0} />
      {count > 1 && bodies.length > 0 && (
        <Places kind="body" things={bodies} count={count} hidden={false} />
      )}
      <div className="row-flex mt-4">
        <SubmitButton pending={t("plan.submitting")}>
          {t("plan.submit", { ending: ending.length })}
        </SubmitButton>
        <Link href={routes.staffReorganise()}>{t("plan.back")}</Link>
      </div>
    </ActionForm>
  );
}

type AuthorityProps = { at: number; authorities: Props["authorities"]; stored: string | undefined };

/** A plain select: the fields of all new zones carry one name, in their order. */
function Authority({ at, authorities, stored }: AuthorityProps) {
  const t = useTranslations("territory");
  const id = at === 0 ? "authority" : `authority-${at}`;
  return (
    <div className="ct-field">
      <label className="form-label" htmlFor={id}>
        {t("plan.authority")}
      </label>
      <select className="form-select ct-w-m" id={id} name="authority" defaultValue={stored}>
        {authorities.map(([value, name]) => (
          <option key={value} value={value}>
            {name}
          </option>
        ))}
      </select>
    </div>
  );
}

const Hidden = ({ name, value }: { name: string; value: string }) => (
  <input type="hidden" name={name} value={value} />
);

type PlacesProps = { kind: "town" | "body"; things: Named[]; count: number; hidden: boolean };

/** Which new zone each goes to. Where there is but one the answer travels unseen. */
function Places({ kind, things, count, hidden }: PlacesProps) {
  const t = useTranslations("territory");
  if (hidden) {
    return things.map(({ id }) => <Hidden key={id} name={`${kind}.${id}`} value="0" />);
  }
  const options = [
    ...Array.from({ length: count }, (_, at) => ({
      value: String(at),
      label: t("plan.zoneOf", { number: at + 1 }),
    })),
    ...(kind === "town" ? [{ value: "none", label: t("plan.none") }] : []),
  ];
  const words = kind === "town" ? "towns" : "bodies";
  return (
    <Panel title={t(`plan.${words}`)}>
      <p className="soft mb-3">{t(`plan.${words}Hint`)}</p>
      {count === 0 ? (
        <p className="mb-3">{things.map(({ name }) => name).join(", ")}</p>
      ) : (
        <div className="st-cells wide">
          {things.map(({ id, name }) => (
            <FormSelect key={id} name={`${kind}.${id}`} label={name} stored="0" options={options} />
          ))}
        </div>
      )}
      {count === 0 &&
        things.map(({ id }) => <Hidden key={id} name={`${kind}.${id}`} value="none" />)}
      {kind === "town" && (
        <label className="ct-check mt-m" htmlFor="without">
          <input type="checkbox" id="without" name="without" value="si" />
          <span>{t("plan.without")}</span>
        </label>
      )}
    </Panel>
  );
}
