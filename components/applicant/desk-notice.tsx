import { useTranslations } from "next-intl";
import { Callout } from "@/components/ui/callout";
import { receiptMoment } from "@/lib/kernel/rome-words";

type Props = { channel: string; arrivedAt: Date | null; locale: "it" | "en" };

/** Whoever writes at the desk writes for somebody else, in their words. */
export function DeskNotice({ channel, arrivedAt, locale }: Props) {
  const t = useTranslations("desk");
  const words = t(`channel.${channel as "desk"}`);
  return (
    <Callout>
      <strong>{t("assisted.title", { channel: words })}</strong> {t("assisted.text")}{" "}
      {arrivedAt && t("assisted.arrived", { moment: receiptMoment(arrivedAt, locale) })}
    </Callout>
  );
}
