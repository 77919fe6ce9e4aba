import type { Section } from "@/lib/calls/core/form-definition";
import { assesses, say } from "@/lib/calls/core/form-templates/parts";

/** What a project costs, what is asked for, and the papers that go with larger sums. */
export const projectBudgetSection: Section = {
  id: "money",
  step: "specific",
  title: say("Il bilancio", "The budget"),
  intro: say(
    "Il contributo copre al massimo l’80% del costo totale.",
    "The grant covers 80% of the total cost at most.",
  ),
  fields: [
    {
      id: "budget",
      type: "budget",
      columns: [
        {
          id: "grant",
          label: say("Contributo chiesto", "Grant asked for"),
          max: 100_000,
          maxShare: 80,
        },
        { id: "own", label: say("Risorse proprie", "Own resources") },
      ],
      lines: [
        { id: "staff", label: say("Personale", "Staff") },
        { id: "services", label: say("Servizi e consulenze", "Services and advice") },
        { id: "goods", label: say("Beni e attrezzature", "Goods and equipment") },
        { id: "travel", label: say("Viaggi", "Travel") },
        { id: "overheads", label: say("Spese generali", "Overheads") },
      ],
      ownLines: 8,
      label: say("Voci di spesa", "Costs"),
      required: true,
      ...assesses,
    },
    {
      id: "otherFunding",
      type: "yesNo",
      label: say("Ci sono altri finanziamenti pubblici?", "Is there other public funding?"),
      required: true,
      ...assesses,
    },
    {
      id: "otherAmount",
      type: "money",
      min: 0,
      label: say("Importo degli altri finanziamenti", "Amount of other funding"),
      required: true,
      when: { op: "eq", field: "otherFunding", value: true },
      ...assesses,
    },
    {
      id: "share",
      type: "decimal",
      min: 0,
      max: 100,
      decimals: 1,
      label: say(
        "Quanta parte dei costi riguarda il personale locale? (%)",
        "Which part of the costs goes to local staff? (%)",
      ),
      required: false,
      ...assesses,
    },
    {
      id: "accounts",
      type: "file",
      maxFiles: 2,
      label: say("Ultimo bilancio approvato", "Last approved accounts"),
      hint: say("PDF. Serve quando il costo supera 50.000 euro.", "PDF. Needed above 50,000 euro."),
      required: true,
      when: { op: "gt", field: "budget.total", value: 50_000 },
      ...assesses,
    },
  ],
};
