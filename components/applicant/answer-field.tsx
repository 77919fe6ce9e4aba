"use client";
import { useTranslations } from "next-intl";
import { FieldGroup } from "@/components/forms/field";
import { Select } from "@/components/forms/select";
import { TextInput } from "@/components/forms/text-input";
import type { AttachmentState } from "@/lib/applications/core/rules";
import type { UnfinishedUpload } from "@/lib/applications/queries/own-uploads";
import type { PartsAnswer } from "@/lib/calls/core/form-parts";
import type { LegalNature } from "@/lib/people/core/legal-nature";
import { AvailabilityAnswer } from "./availability-answer";
import { BudgetAnswer } from "./budget-answer";
import { FileAnswer } from "./file-answer";
import { GroupAnswer } from "./group-answer";
import { MembersAnswer } from "./members-answer";
import { PartControls } from "./part-controls";
import { SingleAnswer, type SingleProps } from "./single-answer";

export type ShownFile = {
  id: string;
  fieldId: string;
  name: string;
  size: number;
  state: AttachmentState;
};

export type AnswerProps = Omit<SingleProps, "name"> & {
  applicationId: string;
  files: readonly ShownFile[];
  /** Files that began to come and stopped. */
  uploads: readonly UnfinishedUpload[];
  /** The applicant's, once it is known. */
  nature: LegalNature | null;
  /** What is wrong inside a block ("email") or in rows ("2.email"). */
  partErrors: Readonly<Record<string, string>>;
  /** Mark of the answer that the page was opened with. */
  was: string | undefined;
  /** Rows that were asked for without scripts. */
  rows: number | undefined;
};

/** The control of a question, by the type of its answer. One place for all forms of all calls. */
export function AnswerField(props: AnswerProps) {
  return (
    <>
      {props.field.type !== "info" && <input type="hidden" name="_shown" value={props.field.id} />}
      {props.was && <input type="hidden" name={`_was.${props.field.id}`} value={props.was} />}
      <Control {...props} />
    </>
  );
}

function Control(props: AnswerProps) {
  const { field, value } = props;
  switch (field.type) {
    case "members":
      return <MembersAnswer {...props} field={field} />;
    case "group":
      return <GroupAnswer {...props} field={field} />;
    case "budget":
      return <BudgetAnswer {...props} field={field} />;
    case "availability":
      return <AvailabilityAnswer {...props} field={field} />;
    case "person":
    case "organisation":
      return (
        <FieldGroup
          id={field.id}
          label={props.label}
          hint={props.hint}
          error={props.error}
          optional={props.optional}
        >
          <PartControls
            field={field}
            prefix={field.id}
            value={(typeof value === "object" && value !== null ? value : {}) as PartsAnswer}
            errors={props.partErrors}
            nature={props.nature}
            locale={props.locale}
            places={props.places}
          />
        </FieldGroup>
      );
    case "file":
      return <FileAnswer {...props} />;
    case "address":
      return <AddressAnswer {...props} />;
    default:
      return <SingleAnswer {...props} name={field.id} />;
  }
}

function AddressAnswer({ field, value, places, ...frame }: AnswerProps) {
  const t = useTranslations("applications");
  const given = (typeof value === "object" && value !== null ? value : {}) as Record<
    string,
    string
  >;
  const part = (name: string) => ({
    name: `${field.id}.${name}`,
    defaultValue: given[name] ?? "",
  });
  return (
    <FieldGroup
      id={field.id}
      label={frame.label}
      hint={frame.hint}
      error={frame.error}
      optional={frame.optional}
    >
      <TextInput
        {...part("street")}
        label={t("address.street")}
        autoComplete="street-address"
        width="l"
      />
      <TextInput
        {...part("postcode")}
        label={t("address.postcode")}
        inputMode="numeric"
        width="xs"
      />
      <Select
        {...part("municipality")}
        label={t("address.municipality")}
        options={[...places.all]}
        placeholder={t("chooseMunicipality")}
        width="m"
      />
    </FieldGroup>
  );
}
