import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActionForm, type FormAction } from "@/components/staff/action-form";
import { ButtonLink } from "@/components/ui/button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { FormPart } from "@/lib/calls/core/form-editing";
import type { Removal } from "@/lib/calls/core/form-references";
import { routes } from "@/lib/routes";
import { labelOf } from "./problem-words";

type Props = {
  callId: string;
  part: FormPart;
  seen: string;
  removal: Removal;
  action: FormAction;
};

/** What goes with a part, and which conditions would look at nothing: asked before it is taken away. */
export function RemovalPanel({ callId, part, seen, removal, action }: Props) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const { id } = part.value;
  const { within, references } = removal;
  const list = (parts: readonly FormPart[]) => (
    <ul>
      {parts.map((one) => (
        <li key={one.value.id}>
          <Link href={routes.staffCallForm(callId, one.value.id)}>
            {labelOf(one.value)[locale]}
          </Link>
        </li>
      ))}
    </ul>
  );
  return (
    <Panel title={t("removal.title", { label: labelOf(part.value)[locale] })} level={2}>
      {within.length > 0 && (
        <>
          <p>{t("removal.within", { count: within.length })}</p>
          {list(within)}
        </>
      )}
      {references.length > 0 ? (
        <>
          <p>{t("removal.references", { count: references.length })}</p>
          {list(references)}
          <p>{t("removal.mend")}</p>
        </>
      ) : (
        <p>{t("removal.none")}</p>
      )}
      <ActionForm action={action} hidden={{ callId, at: id, seen, do: "remove" }} className="mt-m">
        <div className="row-flex">
          <SubmitButton look="danger" pending={t("saving")}>
            {t("removal.do")}
          </SubmitButton>
          <ButtonLink look="outline" href={routes.staffCallForm(callId, id)}>
            {t("removal.keep")}
          </ButtonLink>
        </div>
      </ActionForm>
    </Panel>
  );
}
