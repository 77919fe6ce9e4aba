import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";

type HeadProps = {
  title: ReactNode;
  /** One sentence under the title. */
  text?: ReactNode;
  /** At the right; at most one of them primary. */
  actions?: ReactNode;
};

/** Title of a staff page, with its actions. */
export function StaffHead({ title, text, actions }: HeadProps) {
  return (
    <div className="st-head">
      <div className="grow">
        <h1>{title}</h1>
        {text && <p className="sub">{text}</p>}
      </div>
      {actions}
    </div>
  );
}

export type TrackStop = {
  label: string;
  href: string;
  done?: boolean;
  current?: boolean;
  /** Where a number helps. */
  count?: number;
};

/** The row under the name of a call, the same on each of its pages: navigation and progress in one. */
export function CallTrack({ stops }: { stops: TrackStop[] }) {
  const t = useTranslations("common");
  return (
    <nav aria-label={t("staff.track")}>
      <ul className="st-track">
        {stops.map(({ label, href, done, current, count }) => (
          <li key={href}>
            <Link href={href} aria-current={current ? "page" : undefined}>
              {done && <Icon name="check-s" size="xs" />}
              {label}
              {count !== undefined && <span className="n">{count}</span>}
              {done && <span className="visually-hidden">({t("staff.done")})</span>}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}

type BulkProps = {
  chosen: number;
  total: number;
  /** Buttons; each verb ends in "…" because a reason or a check follows. */
  children: ReactNode;
};

/** Between filters and table while rows are chosen. */
export function BulkBar({ chosen, total, children }: BulkProps) {
  const t = useTranslations("common");
  return (
    <div className="st-bulk">
      <span role="status">{t("staff.selected", { chosen, total })}</span>
      {children}
    </div>
  );
}
