import { useTranslations } from "next-intl";
import type { ComponentProps, ReactNode } from "react";
import { StaffListFrame, StaffWorkFrame } from "@/components/layout/staff-shell";
import { Link } from "@/components/ui/link";
import type { StaffFrame } from "@/lib/review/queries/staff-frame";
import { routes } from "@/lib/routes";
import { useStaffTop } from "./staff-top";

/** Calls in the menu: those one works on, the latest first. */
const IN_MENU = 6;

/** The list frame with the menu of staff, for home, lists and pages of a call. */
export function StaffList({ frame, children }: { frame: StaffFrame; children: ReactNode }) {
  const t = useTranslations("staff");
  const top = useStaffTop(frame);
  const drafts = frame.calls.filter((call) => call.state === "draft").length;
  const known = frame.calls.filter((call) => call.state !== "revoked").slice(0, IN_MENU);
  return (
    <StaffListFrame
      top={top}
      menu={[
        { label: t("menu.today"), href: routes.staffHome() },
        { label: t("menu.calls"), href: routes.staffCalls(), count: frame.calls.length },
        ...(frame.answers ? [{ label: t("menu.messages"), href: routes.staffMessages() }] : []),
        ...(frame.regional ? [{ label: t("menu.copies"), href: routes.staffCallSets() }] : []),
        { label: t("menu.workshops"), href: routes.staffWorkshops() },
        { label: t("menu.regimes"), href: routes.staffRegimes() },
        { label: t("menu.outages"), href: routes.staffOutages() },
        { label: t("menu.register"), href: routes.staffRegister() },
        ...(frame.regional ? [{ label: t("menu.feedback"), href: routes.staffFeedback() }] : []),
        ...(frame.keepsTerritory
          ? [{ label: t("menu.territory"), href: routes.staffTerritory() }]
          : []),
        ...(frame.administers ? [{ label: t("menu.people"), href: routes.staffPeople() }] : []),
      ]}
      calls={known.map((call) => ({
        label: call.title,
        sub: t(`callStatus.${call.status}`),
        href: routes.staffCall(call.id),
      }))}
      foot={
        <>
          {drafts > 0 && (
            <li>
              <Link href={`${routes.staffCalls()}?stato=bozze`}>
                {t("menu.drafts", { count: drafts })}
              </Link>
            </li>
          )}
          <li>
            <Link href={routes.guideFor("personale")}>{t("menu.guide")}</Link>
          </li>
        </>
      }
    >
      {children}
    </StaffListFrame>
  );
}

type WorkProps = { frame: StaffFrame } & Omit<ComponentProps<typeof StaffWorkFrame>, "top">;

/** The work frame, for the editor and the sheet of an application. */
export function StaffWork({ frame, ...work }: WorkProps) {
  return <StaffWorkFrame top={useStaffTop(frame)} {...work} />;
}
