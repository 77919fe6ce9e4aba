import type { ReactNode } from "react";
import { SessionNotice } from "@/components/auth/session-notice";
import { clockOfSession } from "@/lib/auth/request-context";

/** Says before the session ends. It decides nothing: each page asks for its own context. */
export default async function SessionLayout({ children }: { children: ReactNode }) {
  const clock = await clockOfSession();
  return (
    <>
      {children}
      {clock && <SessionNotice {...clock} />}
    </>
  );
}
