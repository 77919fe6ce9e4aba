import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

const TONES = {
  info: { className: "", icon: "info-circle" },
  amber: { className: " ct-note-amber", icon: "info-circle" },
  cotto: { className: " ct-note-cotto", icon: "warning-circle" },
  error: { className: " ct-note-error", icon: "error" },
  done: { className: "", icon: "check-circle" },
} as const satisfies Record<string, { className: string; icon: IconName }>;

type Props = {
  /** amber = draft, replaced, changed; cotto = time runs out or it is your turn; error = errors only */
  tone?: keyof typeof TONES;
  icon?: IconName;
  children: ReactNode;
};

/** Something worth reading before the rest. A warning is a fact, why it matters, one or two ways out. */
export function Callout({ tone = "info", icon, children }: Props) {
  return (
    <div className={`ct-note ct-flex${TONES[tone].className}`}>
      <Icon name={icon ?? TONES[tone].icon} />
      <div>{children}</div>
    </div>
  );
}

/** The same, said aloud when it appears: `urgent` interrupts, otherwise it waits its turn. */
export function Alert({ urgent, ...callout }: Props & { urgent?: boolean }) {
  return (
    <div role={urgent ? "alert" : "status"}>
      <Callout {...callout} />
    </div>
  );
}
