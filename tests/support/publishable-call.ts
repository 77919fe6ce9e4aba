import { emptyContent } from "@/lib/calls/core/content";
import { standardRules } from "@/lib/calls/core/regimes";
import type { PublishableCall } from "@/lib/calls/core/rules";

/** A draft that lacks nothing for its publication. */
export function complete(): PublishableCall {
  const empty = emptyContent();
  return {
    state: "draft",
    regime: "participatoryPath",
    rules: standardRules.participatoryPath,
    title: "Parità di accesso",
    summary: "Quattro laboratori",
    audiences: ["organisation"],
    opensAt: new Date("2026-11-26T08:00:00Z"),
    closesAt: new Date("2026-12-18T11:00:00Z"),
    peremptory: true,
    cutOffs: [],
    minimumAge: null,
    form: { runts: true, runtsSince: true, guardian: true },
    content: {
      ...empty,
      sheet: { ...empty.sheet, audience: "A tutti", howTo: "Così", needed: "Poco", obtained: "X" },
      procedure: {
        ...empty.procedure,
        object: "Oggetto",
        office: "Ufficio",
        digitalDomicile: "ente@postacert.example",
        responsibleOfficer: "Chiara Bandini",
        substituteHolder: "Il direttore",
        days: 30,
        actNumber: "Determina n. 1",
        actDate: "2026-11-20",
        privacyNoticeVersion: "2",
      },
      contacts: { ...empty.contacts, phone: "0587 000 210" },
    },
  };
}
