import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

type Props = {
  /** `warn` = look at this; `block` = this stops you */
  tone?: "plain" | "on" | "full" | "warn" | "block";
  icon?: IconName;
  children: ReactNode;
};

/** A word in a box, for staff lists and tables. */
export function Pill({ tone = "plain", icon, children }: Props) {
  return (
    <span className={tone === "plain" ? "pill" : `pill pill-${tone}`}>
      {icon && <Icon name={icon} size="xs" />}
      {children}
    </span>
  );
}

/** A grey word that is no state ("Manifestazione d'interesse"). */
export function Tag({ children }: { children: ReactNode }) {
  return <span className="ct-tag">{children}</span>;
}
