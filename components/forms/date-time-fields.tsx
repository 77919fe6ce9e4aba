import { useTranslations } from "next-intl";
import { ariaOf, FieldGroup, type FieldProps } from "./field";

type Props = Omit<FieldProps, "width" | "known"> & {
  /** The form sends `<name>.date` (2026-11-30) and `<name>.time` (12:00:00), both in Rome time. */
  name: string;
  defaultDate?: string;
  defaultTime?: string;
  /** Only the day is asked. */
  dateOnly?: boolean;
};

/** A day and, if asked, an hour with seconds, as the browser's own controls: typed or picked. */
export function DateTimeFields(props: Props) {
  const { name, label, hint, error, optional, defaultDate, defaultTime, dateOnly } = props;
  const t = useTranslations("common");
  const aria = ariaOf(name, { error });
  return (
    <FieldGroup id={`${name}-group`} label={label} hint={hint} error={error} optional={optional}>
      <div className="ct-datetime">
        <div>
          <label className="ct-sublab" htmlFor={name}>
            {t("date")}
          </label>
          <input
            type="date"
            className="form-control"
            id={name}
            name={`${name}.date`}
            defaultValue={defaultDate}
            aria-invalid={aria["aria-invalid"]}
          />
        </div>
        {!dateOnly && (
          <div>
            <label className="ct-sublab" htmlFor={`${name}-time`}>
              {t("hour")}
            </label>
            <input
              type="time"
              step={1}
              className="form-control"
              id={`${name}-time`}
              name={`${name}.time`}
              defaultValue={defaultTime}
              aria-invalid={aria["aria-invalid"]}
            />
          </div>
        )}
      </div>
    </FieldGroup>
  );
}
