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
    <>
      <p className="soft">{t("editor.evaluationHint")}</p>
      <EditorRowList
        rows={evaluation?.criteria ?? []}
        empty={NO_CRITERION}
        titleOf={(number) => t("editor.criterion", { number })}
        className="panel mt-s"
      >
        {(one, row) => {
          const cell = (name: CriterionCell, stored: string) => (
            <FormCell
              name={name}
              type="text"
              row={row}
              stored={stored}
              label={t(`editor.fields.${name}`)}
            />
          );
          return (
            <>
              {cell("criterionTitle", one.title)}
              <div className="row-flex row-top">
                {cell("criterionPoints", written(one.points))}
                {cell("criterionLeast", written(one.least))}
              </div>
            </>
          );
        }}
      </EditorRowList>
      <div className="mt-m">
        <FormText
          name="passingPoints"
          label={t("editor.fields.passingPoints")}
          hint={t("editor.hints.passingPoints")}
          inputMode="decimal"
          width="xs"
          stored={written(evaluation?.passing)}
          optional
        />
      </div>
    </>
  );
}

const NO_CRITERION = { title: "", points: 0, least: null };

type CriterionCell = "criterionTitle" | "criterionPoints" | "criterionLeast";

type CellRowsProps = {
  /** Names of the cells of a row, with their types. */
  cells: readonly (readonly ["cutOffOn" | "cutOffAt" | "lotTitle" | "lotAmount", string])[];
  /** What is stored, in the order of the cells. */
  rows: readonly (readonly string[])[];
  titleOf: (number: number) => string;
};

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
