import { describe, expect, it } from "vitest";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { say } from "@/lib/calls/core/form-templates/parts";
import { validateAnswers } from "@/lib/calls/core/form-validation";
import { visibleFields, visibleSections } from "@/lib/calls/core/form-visibility";
import type { Track } from "@/lib/calls/core/tracks";
import { answersToSend, missingRequired } from "./form-reads";

const { coesoBothTracks, communityActivators, valderaOrganisations } = FORM_TEMPLATES;

const lucia = { firstName: "Lucia", lastName: "Bianchi" };

const association = {
  legalNature: "aps",
  organisationName: "Rete Passaparola Toscana APS",
  organisationCode: "92078410534",
  enrolledInRunts: "yes",
  seatStreet: "via dei Mille 24",
  seatMunicipality: "053011",
  organisationEmail: "info@passaparola.example",
  contactName: "Lucia Bianchi",
  contactRole: "Vicepresidente",
  contactPhone: "+39 333 000 0000",
  meets: "Famiglie arrivate da poco e anziani soli nei paesi dell’Amiata.",
  missing: "Molte persone non sanno a chi rivolgersi.",
  brings: "12 volontari, un pulmino, tre sportelli nei piccoli comuni.",
  delegates: [lucia],
  mayRepresent: true,
  declaresTruth: true,
  acceptsChecks: true,
};

const group = {
  groupName: "Genitori di via Roma",
  groupMembers: [lucia, { firstName: "Samir", lastName: "Haddad" }],
  seatMunicipality: "053011",
  organisationEmail: "gruppo@esempio.it",
  contactName: "Samir Haddad",
  contactPhone: "333 000 0000",
  meets: "Famiglie",
  missing: "Orari",
  brings: "Tempo",
  delegates: [lucia],
  speaksForGroup: true,
  declaresTruth: true,
  acceptsChecks: true,
};

const minor = {
  firstName: "Ștefan",
  lastName: "D’Angelo",
  ageBand: "sixteenOrSeventeen",
  livesInTuscany: "domiciled",
  homeMunicipality: "050029",
  hasFiscalCode: true,
  personCode: "RSSMRA85T10A562S",
  citizenEmail: "stefan@esempio.it",
  guardianName: "Ana D’Angelo",
  guardianPhone: "333 000 0000",
  guardianDeclares: true,
  activatorMotivation: "Per aiutare chi arriva.",
  canAttend: "all",
  connection: "phone",
  declaresTruth: true,
  acceptsChecks: true,
};

const problems = (form: typeof coesoBothTracks, track: Track, answers: Record<string, unknown>) =>
  validateAnswers(form, track, answers, { mode: "submit" });

describe.each(Object.entries(FORM_TEMPLATES))("the template %s", (_, form) => {
  it("is sound", () => {
    expect(checkDefinition(form)).toEqual([]);
  });

  it("never asks a body's code, RUNTS or PEC of an informal group", () => {
    const answers = { legalNature: "informalGroup", enrolledInRunts: "yes" };
    const asked = visibleFields(form, "informalGroup", answers).map((field) => field.type);
    for (const type of ["fiscalCodeBody", "partitaIva", "runts", "pec"] as const) {
      expect(asked).not.toContain(type);
    }
  });

  it("shows needs for taking part to the office only, and keeps them thirty days", () => {
    const needs = fieldsOf(form).find((field) => field.id === "accessNeeds");
    // A call for proposals invites nobody to a meeting.
    if (form === FORM_TEMPLATES.projectProposals) return expect(needs).toBeUndefined();
    expect(needs).toMatchObject({
      visibility: "staff",
      retentionDays: 30,
      retentionFrom: "lastWorkshop",
      required: false,
    });
  });

  it("asks for the truth under art. 76 on every track", () => {
    for (const track of ["organisation", "informalGroup", "citizen"] as const) {
      const asked = visibleFields(form, track, {}).filter((field) => field.type === "declaration");
      expect(asked.some((field) => field.underPenalty && field.label.it.includes("76"))).toBe(true);
    }
  });
});

describe("real applications", () => {
  it("of an association, a group and a minor are complete", () => {
    expect(problems(coesoBothTracks, "organisation", association)).toEqual({});
    expect(problems(coesoBothTracks, "informalGroup", group)).toEqual({});
    expect(problems(communityActivators, "citizen", minor)).toEqual({});
  });

  it("lack exactly what was not answered", () => {
    expect(missingRequired(valderaOrganisations, "informalGroup", group)).toEqual([
      "motivation",
      "givesGuidance",
    ]);
    expect(missingRequired(coesoBothTracks, "organisation", {})).toContain("legalNature");
  });

  it("of a committee without a code need its members instead", () => {
    const committee = { ...association, legalNature: "committee", committeeHasCode: false };
    expect(problems(coesoBothTracks, "organisation", committee)).toEqual({
      committeeMembers: { code: "required", params: {} },
    });
    const complete = { ...committee, committeeMembers: group.groupMembers };
    expect(problems(coesoBothTracks, "organisation", complete)).toEqual({});
    expect(answersToSend(coesoBothTracks, "organisation", complete)).not.toHaveProperty(
      "organisationCode",
    );
  });

  it("of somebody under sixteen or from elsewhere are stopped early, in the draft", () => {
    const draft = { ageBand: "younger", livesInTuscany: "no" };
    const errors = validateAnswers(communityActivators, "citizen", draft, { mode: "draft" });
    expect(errors).toEqual({
      ageBand: {
        code: "notEligible",
        params: { option: "younger" },
        labels: {
          reason: say(
            "Per candidarti servono almeno 16 anni.",
            "You must be at least 16 to apply.",
          ),
        },
      },
      livesInTuscany: expect.objectContaining({ code: "notEligible", params: { option: "no" } }),
    });
  });

  it("of adults are not asked for a guardian, those without a code for a document", () => {
    const ids = (answers: Record<string, unknown>) =>
      visibleSections(communityActivators, "citizen", answers).map((section) => section.id);
    expect(ids(minor)).toContain("guardian");
    expect(ids({ ...minor, ageBand: "adult" })).not.toContain("guardian");
    const migrant = { ...minor, ageBand: "adult", hasFiscalCode: false };
    expect(missingRequired(communityActivators, "citizen", migrant)).toEqual(["identityDocument"]);
  });

  it("say what is wrong in the words of each field", () => {
    const wrong = {
      ...association,
      organisationCode: "9207841053",
      seatMunicipality: "Grosseto",
      organisationEmail: "info.passaparola.example",
      contactPhone: "",
    };
    const { organisationCode, seatMunicipality, organisationEmail, contactPhone, ...others } =
      problems(coesoBothTracks, "organisation", wrong);
    expect(organisationCode).toEqual({
      code: "fiscalCode.digits_missing",
      params: { written: 10, needed: 11 },
    });
    expect(seatMunicipality?.code).toBe("notAMunicipality");
    expect(organisationEmail?.code).toBe("email.no_at");
    expect(contactPhone?.code).toBe("required");
    expect(others).toEqual({});
  });

  it("accept only municipalities of the list where one is given", () => {
    const validate = (code: string) =>
      validateAnswers(coesoBothTracks, "organisation", association, {
        mode: "submit",
        municipalities: new Set([code]),
      });
    expect(validate("053011")).toEqual({});
    expect(validate("048017").seatMunicipality?.code).toBe("notAMunicipality");
  });
});
