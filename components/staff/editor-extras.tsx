import { useTranslations } from "next-intl";
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
      <EditorRowList
        rows={call.cutOffs.map(writtenAs)}
        empty={{ on: "", at: "" }}
        titleOf={(number) => t("editor.cutOff", { number })}
        titleHidden
        className="row-flex row-top"
      >
        {(cutOff, row) => (
          <>
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
          </>
        )}
      </EditorRowList>
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
      <EditorRowList
        rows={funding?.lots ?? []}
        empty={{ title: "", amount: 0 }}
        titleOf={(number) => t("editor.lot", { number })}
        titleHidden
        className="row-flex row-top"
      >
        {(lot, row) => (
          <>
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
          </>
        )}
      </EditorRowList>
    </fieldset>
  );
}
