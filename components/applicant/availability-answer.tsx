import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/forms/field";
import { daysOf, dayWords, PART_OF_DAY_WORDS, partsOfDayOf } from "@/lib/calls/core/availability";
import type { AvailabilityField } from "@/lib/calls/core/form-composites";
import type { AnswerProps } from "./answer-field";

/** The week as a table of boxes to tick. The first box carries the id of the question. */
export function AvailabilityAnswer({
  field,
  ...props
}: AnswerProps & { field: AvailabilityField }) {
  const t = useTranslations("applications");
  const { value, locale, label } = props;
  const chosen = new Set(Array.isArray(value) ? value.map(String) : []);
  const parts = partsOfDayOf(field);
  return (
    <FieldGroup
      id={`${field.id}-group`}
      label={label}
      hint={props.hint}
      error={props.error}
      optional={props.optional}
    >
      <div className="table-responsive">
        <table className="table ct-week">
          <caption className="visually-hidden">{label}</caption>
          <thead>
            <tr>
              <th scope="col">{t("week.day")}</th>
              {parts.map((part) => (
                <th scope="col" key={part}>
                  {PART_OF_DAY_WORDS[part][locale]}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {daysOf(field).map((day, row) => (
              <tr key={day}>
                <th scope="row">{dayWords(day)[locale]}</th>
                {parts.map((part, column) => {
                  const slot = `${day}.${part}`;
                  const first = row === 0 && column === 0;
                  return (
                    <td key={part}>
                      <label className="ct-check">
                        <input
                          type="checkbox"
                          name={field.id}
                          value={slot}
                          id={first ? field.id : `${field.id}-${slot}`}
                          defaultChecked={chosen.has(slot)}
                        />
                        <span className="visually-hidden">
                          {dayWords(day)[locale]}, {PART_OF_DAY_WORDS[part][locale].toLowerCase()}
                        </span>
                      </label>
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </FieldGroup>
  );
}
