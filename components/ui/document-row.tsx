import type { ReactNode } from "react";
import { Icon, type IconName } from "./icon";

export type DocumentRowProps = {
  /** Address of the handler that gives the file (it has no language). */
  href: string;
  title: ReactNode;
  /** Format and size, and the version if there are several: "Versione 2, PDF, 96 KB" */
  meta: ReactNode;
  icon?: IconName;
  /** A state or a button at the right. */
  aside?: ReactNode;
};

/** A file that can be taken away. */
export function DocumentRow({ href, title, meta, icon = "file-pdf", aside }: DocumentRowProps) {
  return (
    <li>
      <Icon name={icon} />
      <div>
        <a href={href}>{title}</a>
        <p>{meta}</p>
      </div>
      {aside}
    </li>
  );
}

/** The frame of several DocumentRow. */
export function DocumentList({ children }: { children: ReactNode }) {
  return <ul className="ct-docs">{children}</ul>;
}
