import type { FormDefinition } from "@/lib/calls/core/form-definition";
import {
  contactPersonSection,
  contactsSection,
  organisationSection,
} from "@/lib/calls/core/form-templates/organisation-sections";
import { assesses, identifies, option, say } from "@/lib/calls/core/form-templates/parts";
import { projectBudgetSection } from "@/lib/calls/core/form-templates/project-budget";
import {
  declarationsSection,
  partnerCode,
  partnerIdentity,
  partners,
} from "@/lib/calls/core/form-templates/shared-sections";

/** Projects with a lead, partners and a budget, compared by points (Centro di Salute Globale, 2022). */
export const projectProposals: FormDefinition = {
  version: 1,
  eligibility: [
    {
      id: "tooLong",
      when: { op: "gt", field: "months", value: 36 },
      message: say("I progetti durano al massimo 36 mesi.", "Projects last 36 months at most."),
    },
  ],
  sections: [
    organisationSection,
    {
      id: "group",
      step: "general",
      title: say("Chi presenta il progetto", "Who proposes the project"),
      tracks: ["informalGroup"],
      fields: [
        {
          id: "hasLead",
          type: "radio",
          options: [
            {
              ...option("no", "Il gruppo presenta da solo", "The group applies alone"),
              excludes: say(
                "Il capofila deve essere un ente. Il gruppo può partecipare come partner.",
                "The lead must be a body. The group can take part as a partner.",
              ),
            },
          ],
          label: say("Chi è il capofila?", "Who is the lead?"),
          required: true,
          ...identifies,
        },
      ],
    },
    contactsSection,
    contactPersonSection,
    {
      id: "project",
      step: "specific",
      title: say("Il progetto", "The project"),
      fields: [
        {
          id: "title",
          type: "text",
          maxLength: 150,
          label: say("Titolo", "Title"),
          required: true,
          ...assesses,
          visibility: "public",
        },
        {
          id: "lot",
          type: "radio",
          options: [
            option("first", "Primo lotto", "First lot"),
            option("second", "Secondo lotto", "Second lot"),
          ],
          label: say("Per quale lotto?", "For which lot?"),
          hint: say("Una sola scelta per progetto.", "One choice per project."),
          required: true,
          ...assesses,
        },
        {
          id: "months",
          type: "number",
          min: 1,
          label: say("Durata in mesi", "Months"),
          required: true,
          ...assesses,
        },
        {
          id: "starts",
          type: "date",
          label: say("Data di avvio prevista", "Planned start"),
          required: true,
          ...assesses,
        },
        {
          id: "summary",
          type: "longText",
          maxLength: 1500,
          label: say("Sintesi", "Summary"),
          hint: say(
            "Se il progetto è finanziato si pubblica.",
            "Published if the project is funded.",
          ),
          required: true,
          ...assesses,
          visibility: "public",
        },
        {
          id: "needs",
          type: "longText",
          maxLength: 4000,
          label: say("A quale bisogno risponde?", "Which need does it answer?"),
          required: true,
          ...assesses,
        },
        {
          id: "activities",
          type: "group",
          rowLabel: say("Attività", "Activity"),
          maxRows: 12,
          label: say("Attività", "Activities"),
          required: true,
          parts: [
            { id: "name", type: "text", label: say("Nome", "Name"), required: true },
            {
              id: "what",
              type: "longText",
              maxLength: 800,
              label: say("Che cosa si fa", "What is done"),
              required: true,
            },
            {
              id: "months",
              type: "text",
              maxLength: 40,
              label: say("Mesi (per esempio 1-6)", "Months (for instance 1-6)"),
              required: true,
            },
            {
              id: "result",
              type: "text",
              label: say("Risultato misurabile", "Measurable result"),
              required: true,
            },
          ],
          ...assesses,
        },
        {
          id: "hasPartners",
          type: "yesNo",
          label: say("Ci sono partner?", "Are there partners?"),
          required: true,
          ...assesses,
        },
        {
          ...partners,
          required: true,
          when: { op: "eq", field: "hasPartners", value: true },
          parts: [
            ...partnerIdentity,
            { ...partnerCode, required: false },
            {
              id: "country",
              type: "text",
              maxLength: 60,
              label: say("Paese", "Country"),
              required: true,
            },
            { id: "email", type: "email", label: say("E-mail", "E-mail"), required: true },
          ],
        },
      ],
    },
    projectBudgetSection,
    declarationsSection,
  ],
};
