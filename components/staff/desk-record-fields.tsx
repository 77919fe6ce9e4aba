import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import { IDENTITY_DOCUMENTS } from "@/lib/applications/core/channels";
import type { DeskWish } from "@/lib/applications/queries/desk-entry-page";
import type { DeskWay } from "@/lib/applications/queries/desk-page";
import { FormArea, FormCards, FormRadio, FormSelect, FormText } from "./form-fields";
import { refusalOf } from "./problems";

type Props = {
  ways: DeskWay[];
  over: boolean;
  /** What is asked of the desk later; left out: to begin. */
  wish?: DeskWish;
};

/**
 * How a request came and how the person was known. What belongs to another way is out of sight
 * where the browser can tell; it is never required and never kept.
 */
export function DeskRecordFields({ ways, over, wish }: Props) {
  const t = useTranslations("desk");
  const staff = useTranslations("staff");
  // The arrival of an answer or of a mailbox is noted, and no end is compared with it.
  const notedOnly = wish === "integrazione" || wish === "indirizzo";
  const countsOf = (channel: DeskWay["channel"]) => {
    if (wish === "indirizzo") return undefined;
    return t(`wayHint.${notedOnly ? "desk" : channel}`);
  };
  return (
    <>
      <Panel title={t(wish === "integrazione" ? "parts.howAnswer" : "parts.how")}>
        <FormCards
          name="channel"
          label={t("fields.channel")}
          columns
          choices={ways.map(({ channel, reason }) => ({
            value: channel,
            label: t(`way.${channel}`),
            hint: reason ? staff(`refusals.${refusalOf(reason)}`) : countsOf(channel),
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
          <p className="small soft mb-3">{t(notedOnly ? "hints.noted" : "hints.arrival")}</p>
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

const FIELDS = [
  ...(["track", "givenName", "familyName", "phone", "email", "channel", "arrivedOn"] as const),
  ...(["arrivedAt", "reference", "lateReason", "identity", "documentKind"] as const),
  ...(["documentNumber", "delegation", "privacyGiven", "sure"] as const),
];

/** The names of what the desk is asked, for the summary of what is wrong. */
export function useDeskLabels(): Record<string, string> {
  const t = useTranslations("desk");
  return Object.fromEntries(FIELDS.map((name) => [name, t(`fields.${name}`)]));
}
