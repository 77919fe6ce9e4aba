"use client";
import { useFieldOf } from "@/components/staff/action-form";

type Props = {
  name: string;
  id: string;
  /** Its place among the lists of this name. */
  row?: number;
  stored: string | readonly string[];
  label: string;
  options: readonly { value: string; label: string }[];
  /** Several may be chosen. */
  several?: boolean;
};

/** A short list in a row, whose label is only read. What was chosen comes back after a refusal. */
export function CellSelect({ name, id, row = 0, stored, label, options, several }: Props) {
  const { several: kept } = useFieldOf(name, undefined);
  const value = kept ? (several ? kept : (kept[row] ?? "")) : stored;
  return (
    <>
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <select
        key={String(value)}
        className="form-select"
        id={id}
        name={name}
        multiple={several}
        defaultValue={several ? [...value] : String(value)}
        {...(several && { size: Math.min(6, options.length) })}
      >
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
    </>
  );
}
