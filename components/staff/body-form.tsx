"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Panel } from "@/components/ui/panel";
import { BODY_FIELDS } from "@/lib/territory/core/body-fields";
import type { AdministeredBody } from "@/lib/territory/queries/administered-territory";
import { BODY_KINDS } from "@/lib/territory/schema";
import { ActionForm, type FormAction } from "./action-form";
import { FormSelect, FormText } from "./form-fields";

type Props = {
  /** Undefined: a new one. */
  body: AdministeredBody | undefined;
  zones: readonly { id: string; name: string }[];
  save: FormAction;
};

/** Name, kind, zone, code and contacts of a body. */
export function BodyForm({ body, zones, save }: Props) {
  const t = useTranslations("territory");
  const text = (name: Exclude<(typeof BODY_FIELDS)[number], "kind" | "zoneId" | "code">) => (
    <FormText name={name} label={t(`fields.${name}`)} stored={body?.[name] ?? ""} />
  );
  const kinds = BODY_KINDS.filter((kind) => (body?.kind === "region") === (kind === "region"));
  return (
    <ActionForm
      action={save}
      className="stack"
      key={body?.seen}
      labels={Object.fromEntries(BODY_FIELDS.map((name) => [name, t(`fields.${name}`)]))}
      hidden={{ bodyId: body?.id ?? "", seen: body?.seen ?? "" }}
    >
      <Panel title={t("bodyForm.identity")}>
        {text("name")}
        <FormSelect
          name="kind"
          label={t("fields.kind")}
          stored={body?.kind ?? "aslZone"}
          options={kinds.map((value) => ({ value, label: t(`kinds.${value}`) }))}
        />
        <FormSelect
          name="zoneId"
          label={t("fields.zoneId")}
          stored={body?.zoneId ?? ""}
          placeholder={t("bodyForm.noZone")}
          options={zones.map(({ id, name }) => ({ value: id, label: name }))}
        />
        <FormText
          name="code"
          label={t("fields.code")}
          hint={body?.codeIsOut ? t("bodyForm.codeFixed") : t("hints.code")}
          stored={body?.code ?? ""}
          readOnly={body?.codeIsOut}
          width="xs"
        />
        <FormText
          name="ipaCode"
          label={t("fields.ipaCode")}
          stored={body?.ipaCode ?? ""}
          width="s"
          optional
        />
      </Panel>
      <Panel title={t("bodyForm.contacts")}>
        {text("officeName")}
        {text("pec")}
        {text("email")}
        {text("phone")}
        {text("helpHours")}
        {text("address")}
      </Panel>
      <SubmitButton pending={t("bodyForm.saving")}>{t("bodyForm.save")}</SubmitButton>
    </ActionForm>
  );
}
