import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

/**
 * saving, saved, retrying (not saved, tried again), offline, errors (answers to mend), undecided
 * (written by two, somebody must choose), closed (nothing can be saved any more)
 */
export type SaveKind =
  | "saving"
  | "saved"
  | "retrying"
  | "offline"
  | "errors"
  | "undecided"
  | "closed";

const ICONS: Record<SaveKind, IconName> = {
  saving: "refresh",
  saved: "check",
  retrying: "warning-circle",
  offline: "wifioff",
  errors: "warning-circle",
  undecided: "warning-circle",
  closed: "warning-circle",
};

/**
 * The state of saving, in one place of the page. Only the kind is announced: `announce` changes when
 * the kind does ("Salvato"), while `children` may change at every save ("Salvato alle 18:24:31").
 */
export function SaveState({
  kind,
  announce,
  children,
}: {
  kind: SaveKind;
  announce: string;
  children: ReactNode;
}) {
  const warn = kind !== "saving" && kind !== "saved";
  return (
    <p className={warn ? "ct-save is-warn" : "ct-save"}>
      <Icon name={ICONS[kind]} size="xs" />
      <span aria-hidden="true">{children}</span>
      <span className="visually-hidden" role="status">
        {announce}
      </span>
    </p>
  );
}

type BannerProps = {
  /** "Candidatura NON ancora inviata." */
  strong: ReactNode;
  /** Time left and the deadline. */
  children: ReactNode;
  /** SaveState. */
  state?: ReactNode;
};

/** Above every page of an application that has not been sent. */
export function DraftBanner({ strong, children, state }: BannerProps) {
  return (
    <div className="ct-draft">
      <div className="container">
        <div className="ct-flex">
          <Icon name="warning-circle" />
          <p>
            <strong>{strong}</strong> {children}
          </p>
        </div>
        {state}
      </div>
    </div>
  );
}
