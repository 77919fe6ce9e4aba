import { useFormatter, useTranslations } from "next-intl";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { romeParts } from "@/lib/kernel/rome-time";
import { EditorRowList } from "./editor-row-list";
import { FormCell, FormText } from "./form-fields";

type Props = { call: CallEditor };

/** When the applications of a call without an end are assessed. */
export function CutOffFields({ call }: Props) {
  const t = useTranslations("staff");
  return (
    <fieldset className="panel mt-m">
      <legend>{t("editor.cutOffs")}</legend>
      <p className="small soft">{t("editor.cutOffsHint")}</p>
      <CellRows
        cells={[
          ["cutOffOn", "date"],
          ["cutOffAt", "time"],
        ]}
        rows={call.cutOffs.map(writtenAs)}
        titleOf={(number) => t("editor.cutOff", { number })}
      />
    </fieldset>
  );
}

/** The end of a day was written without an hour. */
function writtenAs(cutOff: Date): string[] {
  const { date, time } = romeParts(cutOff);
  return [date, time === "23:59:59" ? "" : time.slice(0, 5)];
}

/** The sum that a call for proposals divides, and its lots. */
export function FundingFields({ call }: Props) {
  const t = useTranslations("staff");
  const { funding } = call.content;
  const euro = (amount: number | undefined) => (amount ? amount.toFixed(2).replace(".", ",") : "");
  return (
    <fieldset className="panel mt-m">
      <legend>{t("editor.funding")}</legend>
      <p className="small soft">{t("editor.fundingHint")}</p>
      <FormText
        name="budget"
        label={t("editor.fields.budget")}
        inputMode="decimal"
        width="s"
        stored={euro(funding?.budget)}
      />
      <CellRows
        cells={[
          ["lotTitle", "text"],
          ["lotAmount", "text"],
        ]}
        rows={(funding?.lots ?? []).map((lot) => [lot.title, euro(lot.amount)])}
        titleOf={(number) => t("editor.lot", { number })}
      />
    </fieldset>
  );
}

/** 7. How applications are compared, where they are. */
export function EvaluationFields({ call }: Props) {
  const t = useTranslations("staff");
  const format = useFormatter();
  if (!call.rules.comparative) return <p>{t("editor.notCompared")}</p>;
  const { evaluation } = call.content;
  const written = (points: number | null | undefined) =>
    points ? format.number(points, { useGrouping: false }) : "";
  return (
    <fieldset className="panel mt-m">
      <legend>{t("editor.evaluation")}</legend>
      <p className="small soft">{t("editor.evaluationHint")}</p>
      <CellRows
        cells={[
          ["criterionTitle", "text"],
          ["criterionPoints", "text"],
          ["criterionLeast", "text"],
        ]}
        rows={(evaluation?.criteria ?? []).map((one) => [
          one.title,
          written(one.points),
          written(one.least),
        ])}
        titleOf={(number) => t("editor.criterion", { number })}
      />
      <FormText
        name="passingPoints"
        label={t("editor.fields.passingPoints")}
        hint={t("editor.hints.passingPoints")}
        inputMode="decimal"
        width="xs"
        stored={written(evaluation?.passing)}
        optional
      />
    </fieldset>
  );
}

type CellRowsProps = {
  /** Names of the cells of a row, with their types. */
  cells: readonly (readonly [CellName, string])[];
  /** What is stored, in the order of the cells. */
  rows: readonly (readonly string[])[];
  titleOf: (number: number) => string;
};

type CellName =
  | ("cutOffOn" | "cutOffAt" | "lotTitle" | "lotAmount")
  | ("criterionTitle" | "criterionPoints" | "criterionLeast");

/** Rows of a few cells beside each other. */
function CellRows({ cells, rows, titleOf }: CellRowsProps) {
  const t = useTranslations("staff");
  return (
    <EditorRowList
      rows={rows}
      empty={cells.map(() => "")}
      titleOf={titleOf}
      titleHidden
      className="row-flex row-top"
    >
      {(stored, row) =>
        cells.map(([name, type], at) => (
          <FormCell
            key={name}
            name={name}
            type={type}
            row={row}
            stored={stored[at] ?? ""}
            label={t(`editor.fields.${name}`)}
          />
        ))
      }
    </EditorRowList>
  );
}
