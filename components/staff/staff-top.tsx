import { useLocale, useTranslations } from "next-intl";
import type { StaffTopProps } from "@/components/layout/staff-shell";
import { Link } from "@/components/ui/link";
import { staffMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

type Who = { name: string; initials: string; bodies: { name: string }[]; now: Date };

/** The dark bar for whoever works now. */
export function useStaffTop({ name, initials, bodies, now }: Who): StaffTopProps {
  const t = useTranslations("staff");
  const locale = useLocale();
  return {
    body: bodies.map((one) => one.name).join(", "),
    clock: staffMoment(now, locale),
    user: { name, initials },
    userMenu: (
      <>
        <li>
          <Link href={routes.sessions()}>{t("menu.sessions")}</Link>
        </li>
        <li>
          <Link href={routes.guideFor("personale")}>{t("menu.guide")}</Link>
        </li>
        <li>
          <Link href={routes.signOut()}>{t("menu.signOut")}</Link>
        </li>
      </>
    ),
  };
}
