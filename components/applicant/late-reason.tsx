import { useTranslations } from "next-intl";
import { ariaOf, Field } from "@/components/forms/field";

/** Of the desk: why paper that came in time is sent after the end. It goes with the form of that id. */
export function LateReason({ form, error }: { form: string; error?: string }) {
  const t = useTranslations("desk");
  const hint = t("hints.lateReason");
  return (
    <div className="mt-4">
      <Field id="lateReason" label={t("fields.lateReason")} hint={hint} error={error}>
        <textarea
          id="lateReason"
          name="_lateReason"
          form={form}
          className="form-control"
          rows={3}
          maxLength={500}
          required
          {...ariaOf("lateReason", { hint, error })}
        />
      </Field>
    </div>
  );
}
