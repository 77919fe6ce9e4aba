import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";

/** An old value and the new one, side by side; on a phone one below the other. */
export function OldNew({ before, after }: { before: ReactNode; after: ReactNode }) {
  const t = useTranslations("calls");
  return (
    <div className="ct-oldnew">
      <div>
        <span>{t("page.before")}</span>
        {before}
      </div>
      <Icon name="arrow-right" />
      <div>
        <span>{t("page.now")}</span>
        <strong>{after}</strong>
      </div>
    </div>
  );
}
