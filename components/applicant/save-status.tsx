"use client";
import { useTranslations } from "next-intl";
import { createContext, type ReactNode, useContext, useState } from "react";
import { type SaveKind, SaveState } from "@/components/ui/save-state";
import { clockTime } from "@/lib/kernel/rome-words";

export type SaveStatus = { kind: SaveKind; savedAt?: string; seconds?: number; errors?: number };

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
  const t = useTranslations("applications");
  const { status } = useSaveStatus();
  if (!status) return null;
  const { kind, savedAt, seconds = 0, errors = 0 } = status;
  const words = {
    saving: t("save.saving"),
    saved: t("save.saved", { time: savedAt ? clockTime(new Date(savedAt), "seconds") : "" }),
    retrying: t("save.offline", { seconds }),
    offline: t("save.signedOut"),
    errors: t("save.errors", { count: errors }),
  } as const;
  const announce = {
    ...words,
    saved: t("save.savedShort"),
    retrying: t("save.offlineShort"),
  } as const;
  return (
    <SaveState kind={kind} announce={announce[kind]}>
      {words[kind]}
    </SaveState>
  );
}
