import type { Section } from "@/lib/calls/core/form-definition";
import { identifies, option, reaches, say } from "@/lib/calls/core/form-templates/parts";

const isMinor = { op: "eq", field: "ageBand", value: "sixteenOrSeventeen" } as const;

/**
 * Who applies as a person. The age is asked as a band: the date of birth is not needed to decide.
 * Nobody is asked for a fiscal code they do not have.
 */
export const citizenSection: Section = {
  id: "citizen",
  step: "general",
  title: say("Chi si candida", "Who is applying"),
  tracks: ["citizen"],
  fields: [
    {
      id: "firstName",
      type: "text",
      maxLength: 100,
      label: say("Nome", "First name"),
      required: true,
      ...identifies,
      prefill: "person.firstName",
    },
    {
      id: "lastName",
      type: "text",
      maxLength: 100,
      label: say("Cognome", "Last name"),
      required: true,
      ...identifies,
      prefill: "person.lastName",
    },
    {
      id: "ageBand",
      type: "radio",
      options: [
        option("adult", "18 anni o più", "18 or older"),
        option("sixteenOrSeventeen", "16 o 17 anni", "16 or 17"),
        {
          ...option("younger", "Meno di 16 anni", "Younger than 16"),
          excludes: say(
            "Per candidarti servono almeno 16 anni.",
            "You must be at least 16 to apply.",
          ),
        },
      ],
      label: say("Quanti anni hai?", "How old are you?"),
      required: true,
      ...identifies,
    },
    {
      id: "livesInTuscany",
      type: "radio",
      options: [
        option("resident", "Sì, ho la residenza", "Yes, I am a resident"),
        option("domiciled", "Sì, ho il domicilio", "Yes, I have my domicile there"),
        {
          ...option("no", "No", "No"),
          excludes: say(
            "L’avviso è per chi vive in Toscana, con residenza o domicilio.",
            "The call is for people who live in Tuscany, as residents or domiciled.",
          ),
        },
      ],
      label: say("Vivi in Toscana?", "Do you live in Tuscany?"),
      required: true,
      ...identifies,
    },
    {
      id: "homeMunicipality",
      type: "municipality",
      label: say("In quale comune vivi?", "Which municipality do you live in?"),
      required: true,
      when: { op: "in", field: "livesInTuscany", values: ["resident", "domiciled"] },
      ...identifies,
    },
    {
      id: "hasFiscalCode",
      type: "yesNo",
      label: say("Hai un codice fiscale?", "Do you have an Italian tax code?"),
      hint: say("Se non ce l’hai, puoi candidarti lo stesso.", "Without one, you can still apply."),
      required: true,
      ...identifies,
    },
    {
      id: "personCode",
      type: "fiscalCodePerson",
      label: say("Codice fiscale", "Tax code"),
      hint: say(
        "16 caratteri, o 11 cifre se è provvisorio.",
        "16 characters, or 11 digits if provisional.",
      ),
      required: true,
      when: { op: "eq", field: "hasFiscalCode", value: true },
      purpose: identifies.purpose,
      visibility: "staff",
      retentionDays: 365,
      prefill: "person.fiscalCode",
    },
    {
      id: "identityDocument",
      type: "file",
      maxFiles: 1,
      label: say("Un documento con la tua foto", "A document with your picture"),
      hint: say(
        "Passaporto, permesso di soggiorno o altro. Lo cancelliamo 30 giorni dopo il controllo.",
        "Passport, residence permit or other. We delete it 30 days after the check.",
      ),
      required: true,
      when: { op: "eq", field: "hasFiscalCode", value: false },
      purpose: identifies.purpose,
      visibility: "staff",
      retentionDays: 30,
      retentionFrom: "check",
    },
  ],
};

export const citizenContactsSection: Section = {
  id: "citizenContacts",
  step: "general",
  title: say("Recapiti", "Contact details"),
  tracks: ["citizen"],
  fields: [
    {
      id: "citizenEmail",
      type: "email",
      label: say("E-mail", "E-mail"),
      hint: say(
        "La usiamo per la ricevuta e l’esito.",
        "We use it for the receipt and the outcome.",
      ),
      required: true,
      ...reaches,
      prefill: "person.email",
    },
    {
      id: "citizenPhone",
      type: "phone",
      label: say("Telefono", "Telephone"),
      hint: say(
        "Solo per avvisi urgenti sugli incontri.",
        "Only for urgent news about the meetings.",
      ),
      required: false,
      ...reaches,
      prefill: "person.phone",
    },
  ],
};

/** For 16 and 17: who answers for the minor, and what they declare. */
export const guardianSection: Section = {
  id: "guardian",
  step: "general",
  title: say("Chi è responsabile di te", "Who is responsible for you"),
  intro: say(
    "Compila questa parte insieme a un genitore o a chi ne fa le veci.",
    "Fill in this part together with a parent or guardian.",
  ),
  tracks: ["citizen"],
  fields: [
    {
      id: "guardianName",
      type: "text",
      label: say("Nome e cognome", "First and last name"),
      required: true,
      when: isMinor,
      ...identifies,
    },
    {
      id: "guardianPhone",
      type: "phone",
      label: say("Telefono", "Telephone"),
      required: true,
      when: isMinor,
      ...reaches,
    },
    {
      id: "guardianDeclares",
      type: "declaration",
      textVersion: "1",
      underPenalty: true,
      label: say(
        "Ho la responsabilità genitoriale su chi si candida e sono d’accordo che partecipi (artt. 46, 47 e 76 del DPR 445/2000).",
        "I have parental responsibility for the applicant and agree to their taking part (arts. 46, 47 and 76 of DPR 445/2000).",
      ),
      required: true,
      when: isMinor,
      ...identifies,
    },
  ],
};
