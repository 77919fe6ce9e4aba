"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { SaveState } from "@/components/ui/save-state";
import { clockTime } from "@/lib/kernel/rome-words";
import type { SaveStatus } from "./autosaver";

type Shared = { status: SaveStatus | undefined; setStatus: (status: SaveStatus) => void };

const Context = createContext<Shared>({ status: undefined, setStatus: () => undefined });

/** Ties the form, which knows how saving goes, to the banner that says it. */
export function SaveStatusProvider({
  savedAt,
  children,
}: {
  savedAt: string | undefined;
  children: ReactNode;
}) {
  const [status, setStatus] = useState<SaveStatus | undefined>(
    savedAt ? { kind: "saved", savedAt } : undefined,
  );
  return <Context value={{ status, setStatus }}>{children}</Context>;
}

export const useSaveStatus = () => useContext(Context);

/** "Salvataggio in corso…", "Salvato alle 18:24:31", "Connessione assente…": one live region. */
export function SaveStatusLine() {
  const t = useTranslations("saving");
  const { status } = useSaveStatus();
  if (!status) return null;
  const { kind, savedAt, seconds = 0, errors = 0 } = status;
  const words = {
    saving: t("saving"),
    saved: t("saved", { time: savedAt ? clockTime(new Date(savedAt), "seconds") : "" }),
    retrying: t("offline", { seconds }),
    offline: t("signedOut"),
    errors: t("errors", { count: errors }),
    undecided: t("undecided", { count: errors }),
    closed: t("closed"),
  } as const;
  const announce = {
    ...words,
    saved: t("savedShort"),
    retrying: t("offlineShort"),
  } as const;
  return (
    <SaveState kind={kind} announce={announce[kind]}>
      {words[kind]}
    </SaveState>
  );
}
