import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActionForm, type FormAction } from "@/components/staff/action-form";
import { FormSelect, FormText } from "@/components/staff/form-fields";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import type { DefinitionProblem } from "@/lib/calls/core/form-problems";
import { FIELD_TYPES } from "@/lib/calls/core/form-shapes";
import { routes } from "@/lib/routes";

type Props = {
  callId: string;
  definition: FormDefinition;
  current: string | undefined;
  problems: readonly DefinitionProblem[];
  add: FormAction;
};

/** All parts of a form in their order, and the way to add one. */
export function FormTree({ callId, definition, current, problems, add }: Props) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const wrong = new Set(problems.map((problem) => problem.at));
  const sections = new Set(definition.sections.map((section) => section.id));
  const rules = definition.eligibility ?? [];
  const item = (id: string, label: string, marks: React.ReactNode) => (
    <li key={id} className={id === current ? "cur" : undefined}>
      <Link href={routes.staffCallForm(callId, id)} aria-current={id === current || undefined}>
        <span className={sections.has(id) ? "grow strong" : "grow"}>{label}</span>
        {marks}
        {wrong.has(id) && <Mark icon="warn" words={t("tree.wrong")} />}
      </Link>
    </li>
  );
  return (
    <nav className="fb-tree" aria-label={t("tree.label")}>
      {definition.sections.map((section, at) => (
        <div key={section.id}>
          <ul className="list-unstyled">
            {item(
              section.id,
              `${LETTERS[at] ?? at + 1}. ${section.title[locale]}`,
              section.when && <Mark icon="branch" words={t("tree.condition")} />,
            )}
            {section.fields.map((field) =>
              item(field.id, field.label[locale], <Marks field={field} />),
            )}
          </ul>
        </div>
      ))}
      {rules.length > 0 && <p className="strong">{t("tree.rules")}</p>}
      <ul className="list-unstyled">
        {rules.map((rule) => item(rule.id, rule.message[locale], null))}
      </ul>
      <AddPart callId={callId} definition={definition} current={current} action={add} />
      <p className="small soft mt-s">
        {t("tree.keys")} <kbd>Alt</kbd> <kbd>↑</kbd> <kbd>↓</kbd>
      </p>
    </nav>
  );
}

const LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";

function Marks({ field }: { field: Field }) {
  const t = useTranslations("builder");
  return (
    <>
      {field.when && <Mark icon="branch" words={t("tree.condition")} />}
      {field.visibility === "staff" && <Mark icon="lock" words={t("privacy.staff")} />}
    </>
  );
}

function Mark({ icon, words }: { icon: "branch" | "lock" | "warn"; words: string }) {
  return (
    <>
      <Icon name={icon} size="xs" />
      <span className="visually-hidden">{words}</span>
    </>
  );
}

type AddProps = {
  callId: string;
  definition: FormDefinition;
  current: string | undefined;
  action: FormAction;
};

/** After the part in sight, else at the end of the first section. */
function AddPart({ callId, definition, current, action }: AddProps) {
  const t = useTranslations("builder");
  const rules = definition.eligibility?.some((rule) => rule.id === current);
  const where = (rules ? undefined : current) ?? definition.sections.at(-1)?.id ?? "";
  const kinds = definition.sections.length > 0 ? FIELD_TYPES : [];
  return (
    <details className="mt-m">
      <summary className="fadd">
        <Icon name="plus" size="xs" /> {t("add.title")}
      </summary>
      <ActionForm
        action={action}
        hidden={{ callId, where }}
        labels={{ label: t("field.label"), what: t("add.what") }}
      >
        <FormSelect
          name="what"
          id="add-what"
          label={t("add.what")}
          stored="text"
          options={[
            ...kinds.map((type) => ({ value: type, label: t(`types.${type}`) })),
            { value: "section", label: t("kinds.section") },
            { value: "rule", label: t("kinds.rule") },
          ]}
        />
        <FormText name="label" id="add-label" label={t("field.label")} />
        <SubmitButton look="outline" pending={t("saving")}>
          {t("add.do")}
        </SubmitButton>
      </ActionForm>
    </details>
  );
}
