"use client";
import { useTranslations } from "next-intl";
import { ORGANISATION_PARTS, PERSON_PARTS } from "@/lib/calls/core/form-part-catalogue";
import { CellSelect } from "./cell-select";

type Props = {
  of: "person" | "organisation";
  chosen: readonly { id: string; required: boolean }[];
  locale: "it" | "en";
};

/** The known parts of a block: not asked, optional, required. */
export function KnownParts({ of, chosen, locale }: Props) {
  const t = useTranslations("builder");
  const parts = Object.entries(of === "person" ? PERSON_PARTS : ORGANISATION_PARTS);
  return (
    <fieldset className="ct-field">
      <legend className="ct-lab">{t("parts.legend")}</legend>
      {parts.map(([id, part]) => {
        const found = chosen.find((one) => one.id === id);
        return (
          <div className="row-flex mt-s" key={id}>
            <span className="grow">{part.label[locale]}</span>
            <div>
              <CellSelect
                name={`asks.${id}`}
                id={`asks.${id}`}
                stored={found ? (found.required ? "required" : "optional") : "no"}
                label={part.label[locale]}
                options={(["no", "optional", "required"] as const).map((how) => ({
                  value: how,
                  label: t(`parts.${how}`),
                }))}
              />
            </div>
          </div>
        );
      })}
    </fieldset>
  );
}
