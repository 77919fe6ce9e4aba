import { useTranslations } from "next-intl";
import type { MeetingDraft } from "@/lib/workshops/core/plan-defaults";
import { FormSelect, FormText } from "./form-fields";

type Stored = Partial<Omit<MeetingDraft, "capacity">> & {
  address?: string;
  link?: string;
  capacity?: number | string;
};

/** The fields of one meeting: `<prefix>title` and so on. */
export function MeetingFields({ prefix, stored }: { prefix: string; stored: Stored }) {
  const t = useTranslations("workshops");
  const given = (name: keyof Stored) => ({
    name: `${prefix}${name}`,
    stored: stored[name] === undefined ? undefined : String(stored[name]),
  });
  return (
    <div className="ws-grid">
      <div className="wide">
        <FormText {...given("title")} label={t("fields.title")} autoComplete="off" />
      </div>
      <FormText {...given("on")} type="date" label={t("fields.on")} />
      <FormText {...given("from")} type="time" label={t("fields.from")} />
      <FormText {...given("to")} type="time" label={t("fields.to")} />
      <FormSelect
        {...given("mode")}
        label={t("fields.mode")}
        options={(["onsite", "online", "hybrid"] as const).map((value) => ({
          value,
          label: t(`mode.${value}`),
        }))}
      />
      <FormText {...given("capacity")} label={t("fields.capacity")} inputMode="numeric" />
      <div className="wide rest">
        <FormText {...given("place")} label={t("fields.place")} hint={t("fields.placeHint")} />
      </div>
      <div className="wide">
        <FormText {...given("address")} label={t("fields.address")} optional />
      </div>
      <div className="wide rest">
        <FormText
          {...given("link")}
          type="url"
          label={t("fields.link")}
          hint={t("fields.linkHint")}
          placeholder="https://"
        />
      </div>
    </div>
  );
}
