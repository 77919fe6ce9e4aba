/** What anybody may read of a document: about the act, never about a person. */
export type PublicFacts = {
  registerNumber: string | null;
  /** Call or series it belongs to, with the public page where there is one. */
  subject: { kind: "call" | "series"; title: string; link: string | null } | null;
};

type Stored = {
  application?: { registerNumber?: string };
  registerNumber?: string;
  call?: { title?: string; link?: string };
  seriesTitle?: string;
};

/**
 * Picks them out of a view by name. What is not named here stays hidden: a view may hold names,
 * and a new field in it must not become public by itself.
 */
export function publicFacts(view: Record<string, unknown>): PublicFacts {
  const { application, registerNumber, call, seriesTitle } = view as Stored;
  const number = application?.registerNumber ?? registerNumber ?? null;
  if (call?.title) {
    const subject = { kind: "call", title: call.title, link: call.link ?? null } as const;
    return { registerNumber: number, subject };
  }
  const subject = seriesTitle
    ? ({ kind: "series", title: seriesTitle, link: null } as const)
    : null;
  return { registerNumber: number, subject };
}

/** Name of the file for whoever downloads it: what it is and its public code, no person. */
export function fileNameOf(kind: string, code: string, view: Record<string, unknown>): string {
  const { application } = view as { application?: { code?: string } };
  const names: Record<string, string> = {
    receipt: "Ricevuta",
    applicationCopy: "Copia della domanda",
    withdrawalReceipt: "Ricevuta di ritiro",
    certificate: "Attestato",
    decisionLetter: "Esito",
    integrationRequest: "Richiesta di integrazione",
    integrationReceipt: "Ricevuta dell’integrazione",
    callNotice: "Avviso",
  };
  return `${names[kind] ?? "Documento"} ${application?.code ?? code}.pdf`;
}
