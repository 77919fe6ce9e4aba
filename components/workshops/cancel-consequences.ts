import type { useTranslations } from "next-intl";
import type { Consequence } from "@/components/ui/consequences";

type Preview = { mails: number; toPhone: string[]; people: number; left: number };

/** What calling a meeting off does, counted. */
export function cancelConsequences(
  t: ReturnType<typeof useTranslations<"workshops">>,
  { mails, toPhone, people, left }: Preview,
  threshold: number,
): Consequence[] {
  const items: Consequence[] = [];
  if (people > 0) {
    items.push(
      { key: "mails", icon: "mail-s", text: t("change.mails", { mails }) },
      { key: "calendar", icon: "calendar-s", text: t("cancel.calendar") },
    );
  }
  if (toPhone.length > 0) {
    const text = t("toPhone", { count: toPhone.length, names: toPhone.join(", ") });
    items.push({ key: "phone", icon: "phone-s", text, warn: true });
  }
  items.push({ key: "left", icon: "info-circle", text: t("cancel.left", { left, threshold }) });
  if (left < threshold) {
    items.push({ key: "lost", icon: "warn", text: t("cancel.unreachable", { left }), warn: true });
  }
  items.push({ key: "final", icon: "lock", text: t("cancel.final") });
  return items;
}
