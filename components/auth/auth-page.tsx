import type { ReactNode } from "react";

type Props = {
  title: ReactNode;
  lead?: ReactNode;
  /** Beside the column on wide screens, below it on narrow ones. */
  aside?: ReactNode;
  children?: ReactNode;
};

/** The frame of the sign-in pages: one column, one thing to do. */
export function AuthPage({ title, lead, aside, children }: Props) {
  return (
    <div className="container ct-workbody">
      <h1>{title}</h1>
      {lead && <p className="ct-lead">{lead}</p>}
      <div className="ct-auth-cols mt-4">
        <div className="ct-auth">{children}</div>
        {aside}
      </div>
    </div>
  );
}
