import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { IDENTITY_DOCUMENTS } from "@/lib/applications/core/channels";
import type { DeskWay } from "@/lib/applications/queries/desk-page";
import { FormArea, FormCards, FormRadio, FormSelect, FormText } from "./form-fields";
import { refusalOf } from "./problems";

/**
 * How a request came and how the person was known. What belongs to another way is out of sight
 * where the browser can tell; it is never required and never kept.
 */
export function DeskRecordFields({ ways, over }: { ways: DeskWay[]; over: boolean }) {
  const t = useTranslations("desk");
  const staff = useTranslations("staff");
  return (
    <>
      <Panel title={t("parts.how")}>
        <FormCards
          name="channel"
          label={t("fields.channel")}
          columns
          choices={ways.map(({ channel, reason }) => ({
            value: channel,
            label: t(`way.${channel}`),
            hint: reason ? staff(`refusals.${refusalOf(reason)}`) : t(`wayHint.${channel}`),
            disabled: reason !== undefined,
          }))}
        />
        <div className="desk-arrival">
          <div className="row-flex row-top">
            <FormText name="arrivedOn" type="date" label={t("fields.arrivedOn")} width="m" />
            <FormText
              name="arrivedAt"
              type="time"
              step={1}
              label={t("fields.arrivedAt")}
              width="m"
            />
          </div>
          <p className="small soft mb-3">{t("hints.arrival")}</p>
          <FormText
            name="reference"
            label={t("fields.reference")}
            hint={t("hints.reference")}
            autoComplete="off"
          />
          {over && (
            <FormArea
              name="lateReason"
              label={t("fields.lateReason")}
              hint={t("hints.lateReason")}
              rows={2}
              limit={500}
            />
          )}
        </div>
      </Panel>
      <Panel title={t("parts.identity")}>
        <FormRadio
          name="identity"
          label={t("fields.identity")}
          choices={(["document", "delegation"] as const).map((one) => ({
            value: one,
            label: t(`identity.${one}`),
          }))}
        />
        <div className="desk-document row-flex row-top">
          <FormSelect
            name="documentKind"
            label={t("fields.documentKind")}
            placeholder={t("choose")}
            options={IDENTITY_DOCUMENTS.map((one) => ({ value: one, label: t(`document.${one}`) }))}
          />
          <FormText
            name="documentNumber"
            label={t("fields.documentNumber")}
            autoComplete="off"
            width="m"
          />
        </div>
        <div className="desk-delegation">
          <FormText
            name="delegation"
            label={t("fields.delegation")}
            hint={t("hints.delegation")}
            autoComplete="off"
          />
        </div>
      </Panel>
    </>
  );
}
