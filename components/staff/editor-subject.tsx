import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { CallEditor } from "@/lib/calls/queries/call-editor";
import { AUDIENCES, THEMES } from "@/lib/calls/schema";
import { routes } from "@/lib/routes";
import { FundingFields } from "./editor-extras";
import { FormArea, FormCards, FormText } from "./form-fields";

type Props = { call: CallEditor };

/** 1. What the call is. */
export function SubjectFields({ call }: Props) {
  const t = useTranslations("staff");
  return (
    <>
      <p className="soft">{t("editor.regime", { regime: t(`regimes.${call.regime}`) })}</p>
      <FormText name="title" label={t("editor.fields.title")} stored={call.title} />
      <FormArea
        name="summary"
        label={t("editor.fields.summary")}
        hint={t("editor.hints.summary")}
        stored={call.summary}
        rows={3}
        limit={300}
      />
      <FormText
        name="slug"
        label={t("editor.fields.slug")}
        hint={t("editor.hints.slug")}
        stored={call.slug}
        width="l"
      />
      <FormCards
        name="themes"
        label={t("editor.fields.themes")}
        choices={THEMES.map((value) => ({ value, label: t(`themes.${value}`) }))}
        stored={call.themes}
        columns
        several
        optional
      />
      {call.rules.funding && <FundingFields call={call} />}
    </>
  );
}

/** 2. Whom it is for. */
export function AudienceFields({ call }: Props) {
  const t = useTranslations("staff");
  return (
    <>
      <FormCards
        name="audiences"
        label={t("editor.fields.audiences")}
        choices={AUDIENCES.map((value) => ({ value, label: t(`audiences.${value}`) }))}
        stored={call.audiences}
        several
      />
      <FormArea
        name="audience"
        label={t("editor.fields.audience")}
        hint={t("editor.hints.audience")}
        stored={call.content.sheet.audience}
      />
      <div className="row-flex row-top">
        <FormText
          name="minimumAge"
          label={t("editor.fields.minimumAge")}
          inputMode="numeric"
          width="xs"
          stored={call.minimumAge?.toString()}
          optional
        />
        <FormText
          name="places"
          label={t("editor.fields.places")}
          inputMode="numeric"
          width="xs"
          stored={call.places?.toString()}
          optional
        />
      </div>
    </>
  );
}

/** 5. How one takes part. */
export function ParticipationFields({ call }: Props) {
  const t = useTranslations("staff");
  const { sheet } = call.content;
  return (
    <>
      <p className="soft">{t("editor.marks")}</p>
      {(["description", "howTo", "needed", "obtained", "conditions"] as const).map((name) => (
        <FormArea
          key={name}
          name={name}
          label={t(`editor.fields.${name}`)}
          stored={sheet[name]}
          rows={6}
          optional={name === "description" || name === "conditions"}
        />
      ))}
    </>
  );
}

/** The documents of the draft, which have a page of their own: files are not part of this form. */
export function DocumentSummary({ call }: Props) {
  const t = useTranslations("staff");
  const { documents } = call.content;
  return (
    <fieldset className="panel mt-m">
      <legend>{t("documents.heading")}</legend>
      {documents.length === 0 ? (
        <p className="small soft">{t("documents.none")}</p>
      ) : (
        <ul>
          {documents.map(({ title, fileHash }) => (
            <li key={fileHash}>{title}</li>
          ))}
        </ul>
      )}
      <ButtonLink href={routes.staffDocuments(call.id)} look="outline" icon="doc">
        {t("documents.open")}
      </ButtonLink>
    </fieldset>
  );
}
