"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { CopySource, CopyTarget } from "@/lib/calls/queries/copy-source";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";
import { FormText } from "./form-fields";

type Props = {
  source: CopySource;
  /** Names the set to be, so that a second click makes no second one. */
  setKey: string;
  targets: CopyTarget[];
  copy: FormAction;
};

const FIELDS = [
  ...(["title", "opensOn", "opensAtTime", "closesOn", "closesAtTime", "places"] as const),
  ...(["phone", "email", "address", "responsibleOfficer", "substituteHolder"] as const),
  ...(["actNumber", "actDate"] as const),
];
const CELLS = ["on", "from", "to", "where"] as const;

/** What each body has of its own, one group of fields a body; they become drafts all together. */
export function CopyForm({ source, setKey, targets, copy }: Props) {
  const t = useTranslations("copies");
  const labels = targets.flatMap((target, at) => [
    ...FIELDS.map((field) => [`rows.${at}.${field}`, `${target.label}, ${t(`fields.${field}`)}`]),
    ...target.row.meetings.flatMap((_, inner) =>
      CELLS.map((cell) => [
        `rows.${at}.meetings.${inner}.${cell}`,
        `${target.label}, ${t("meeting", { number: inner + 1 })}, ${t(`cells.${cell}`)}`,
      ]),
    ),
  ]);
  return (
    <ActionForm
      action={copy}
      className="stack mt-m"
      labels={Object.fromEntries(labels)}
      hidden={{ sourceId: source.id, key: setKey }}
    >
      {targets.map((target, at) => (
        <Copy key={target.id} target={target} at={at} titles={source.meetings} />
      ))}
      <div className="row-flex mt-4">
        <SubmitButton pending={t("making")}>{t("make", { count: targets.length })}</SubmitButton>
        <Link href={routes.staffCopyCall(source.id)}>{t("choose")}</Link>
      </div>
    </ActionForm>
  );
}

type CopyProps = { target: CopyTarget; at: number; titles: string[] };

function Copy({ target, at, titles }: CopyProps) {
  const t = useTranslations("copies");
  const { row } = target;
  const name = (field: string) => `rows.${at}.${field}`;
  const text = (field: (typeof FIELDS)[number], more: Partial<Shape> = {}) => (
    <FormText
      name={name(field)}
      label={t(`fields.${field}`)}
      stored={row[field]?.toString() ?? ""}
      {...more}
    />
  );
  return (
    <Panel title={target.label}>
      {target.label !== target.name && <p className="soft mb-3">{target.name}</p>}
      <input type="hidden" name={name("bodyId")} value={target.id} />
      {text("title")}
      <div className="st-cells">
        {text("opensOn", { type: "date" })}
        {text("opensAtTime", { type: "time" })}
        {text("closesOn", { type: "date" })}
        {text("closesAtTime", { type: "time", hint: t("endOfDay") })}
        {text("places", { inputMode: "numeric", optional: true })}
      </div>
      <div className="st-cells wide">
        {text("phone", { inputMode: "tel" })}
        {text("email", { inputMode: "email" })}
        {text("address")}
      </div>
      <details className="alt mt-s">
        <summary>{t("procedure")}</summary>
        <div className="st-cells mt-s">
          {text("responsibleOfficer")}
          {text("substituteHolder")}
          {text("actNumber")}
          {text("actDate", { type: "date" })}
        </div>
      </details>
      {row.meetings.map((meeting, inner) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a meeting has no name but its place
        <fieldset className="mt-m" key={inner}>
          <legend>{t("meetingOf", { number: inner + 1, title: titles[inner] ?? "" })}</legend>
          <div className="st-cells">
            {CELLS.map((cell) => (
              <FormText
                key={cell}
                name={name(`meetings.${inner}.${cell}`)}
                label={t(`cells.${cell}`)}
                stored={meeting[cell]}
                {...CELL_SHAPES[cell]}
              />
            ))}
          </div>
        </fieldset>
      ))}
    </Panel>
  );
}

type Shape = {
  type: "text" | "date" | "time";
  inputMode: "numeric" | "tel" | "email";
  hint: string;
  optional: boolean;
};

const CELL_SHAPES = {
  on: { type: "date" },
  from: { type: "time" },
  to: { type: "time" },
  where: {},
} as const satisfies Record<string, Partial<Shape>>;
