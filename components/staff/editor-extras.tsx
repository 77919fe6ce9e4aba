import { useTranslations } from "next-intl";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { romeParts } from "@/lib/kernel/rome-time";
import { FormCell, FormText } from "./form-fields";

type Props = { call: CallEditor };

/** Rows without anything: one more can always be added. */
const EMPTY_ROWS = 2;
const withEmpty = <Row,>(rows: readonly Row[], empty: Row): Row[] => [
  ...rows,
  ...Array.from({ length: EMPTY_ROWS }, () => empty),
];

/** When the applications of a call without an end are assessed. */
export function CutOffFields({ call }: Props) {
  const t = useTranslations("staff");
  const rows = withEmpty(call.cutOffs.map(writtenAs), { on: "", at: "" });
  return (
    <fieldset className="panel mt-m">
      <legend>{t("editor.cutOffs")}</legend>
      <p className="small soft">{t("editor.cutOffsHint")}</p>
      {rows.map((cutOff, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <fieldset className="row-flex row-top" key={row}>
          <legend className="visually-hidden">{t("editor.cutOff", { number: row + 1 })}</legend>
          <FormCell
            name="cutOffOn"
            type="date"
            row={row}
            stored={cutOff.on}
            label={t("editor.fields.cutOffOn")}
          />
          <FormCell
            name="cutOffAt"
            type="time"
            row={row}
            stored={cutOff.at}
            label={t("editor.fields.cutOffAt")}
          />
        </fieldset>
      ))}
    </fieldset>
  );
}

/** The end of a day was written without an hour. */
function writtenAs(cutOff: Date): { on: string; at: string } {
  const { date, time } = romeParts(cutOff);
  return { on: date, at: time === "23:59:59" ? "" : time.slice(0, 5) };
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
      {withEmpty(funding?.lots ?? [], { title: "", amount: 0 }).map((lot, row) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a row has no name but its place
        <fieldset className="row-flex row-top" key={row}>
          <legend className="visually-hidden">{t("editor.lot", { number: row + 1 })}</legend>
          <FormCell
            name="lotTitle"
            type="text"
            row={row}
            stored={lot.title}
            label={t("editor.fields.lotTitle")}
          />
          <FormCell
            name="lotAmount"
            type="text"
            row={row}
            stored={euro(lot.amount)}
            label={t("editor.fields.lotAmount")}
          />
        </fieldset>
      ))}
    </fieldset>
  );
}
