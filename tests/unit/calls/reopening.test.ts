import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { changedForm, mayChangeForm } from "@/lib/calls/core/changed-form";
import { asksWho } from "@/lib/calls/core/form-asks-who";
import type { Field, FormDefinition } from "@/lib/calls/core/form-definition";
import { standardRules } from "@/lib/calls/core/regimes";
import { reopenedAudiences } from "@/lib/calls/core/reopened-part";
import {
  type ReopenedOnly,
  type ReopenedWithin,
  type Reopener,
  reopenedWords,
  standingOf,
} from "@/lib/calls/core/reopening";
import { TRACKS } from "@/lib/calls/core/tracks";
import english from "@/lib/i18n/messages/en/applications.json";
import italian from "@/lib/i18n/messages/it/applications.json";
import { LEGAL_NATURES } from "@/lib/people/core/legal-nature";
import { sampleForm } from "../../support/sample-form";

const CODES = ["050029", "050002", "050026"];
const only: fc.Arbitrary<ReopenedOnly> = fc.record({
  reopenedFor: fc.constantFrom(null, ["citizen"], ["organisation"]),
  reopenedWithin: fc.option(
    fc.record({
      natures: fc.subarray(["aps", "odv", "informalGroup"] as const),
      places: fc.array(
        fc.record({ name: fc.string(), codes: fc.subarray(CODES, { minLength: 1 }) }),
        {
          maxLength: 2,
        },
      ),
      seats: fc.integer({ min: 1, max: 9 }),
    }),
  ),
});
const who: fc.Arbitrary<Reopener> = fc.record({
  track: fc.option(fc.constantFrom(...TRACKS)),
  nature: fc.option(fc.constantFrom("aps", "odv", "firm")),
  place: fc.option(fc.constantFrom(...CODES)),
});

describe("who is among those a call is open for again", () => {
  test("is certain once all is known, and nothing that is learnt changes what was certain", () => {
    fc.assert(
      fc.property(only, who, who, (of, one, more) => {
        const known = {
          ...one,
          ...Object.fromEntries(Object.entries(more).filter(([, at]) => at)),
        };
        const filled = {
          track: one.track ?? known.track,
          nature: one.nature ?? known.nature,
          place: one.place ?? known.place,
        };
        const [before, after] = [standingOf(of, one), standingOf(of, filled)];
        if (before !== "unknown") expect(after).toBe(before);
        const all = { track: "organisation", nature: "aps", place: "050029" } as const;
        expect(standingOf(of, { ...all, ...defined(filled) })).not.toBe("unknown");
      }),
    );
  });

  test("has the audience, the kind and the place that were named, each where one was", () => {
    fc.assert(
      fc.property(only, fc.constantFrom(...TRACKS), (of, track) => {
        const applicant = { track, nature: "aps", place: "050029" } as const;
        const audience = track === "citizen" ? "citizen" : "organisation";
        const nature = track === "informalGroup" ? track : "aps";
        const { natures = [], places = [] } = of.reopenedWithin ?? {};
        const fits =
          (of.reopenedFor?.includes(audience) ?? true) &&
          (natures.length === 0 || (track !== "citizen" && natures.includes(nature))) &&
          (places.length === 0 || places.some(({ codes }) => codes.includes("050029")));
        expect(standingOf(of, applicant)).toBe(fits ? "in" : "out");
      }),
    );
  });

  test("is said in the words of the form, in both languages", () => {
    for (const nature of LEGAL_NATURES) {
      const part = { natures: [nature], places: [], seats: 2 };
      const of = { reopenedFor: ["organisation"], reopenedWithin: part };
      for (const [locale, words] of [
        ["it", italian],
        ["en", english],
      ] as const) {
        const label = `${words.nature[nature]}. ${locale === "it" ? "Posti" : "Places"}: 2.`;
        expect(reopenedWords(of, locale).toLowerCase()).toBe(label.toLowerCase());
      }
    }
    const places = [
      { name: "Buti", codes: ["050002"] },
      { name: "Pontedera", codes: ["050029"] },
    ];
    expect(
      reopenedWords(
        { reopenedFor: ["citizen"], reopenedWithin: { natures: [], places, seats: 4 } },
        "it",
      ),
    ).toBe("persone; chi vive o ha sede nel territorio di Buti o Pontedera. Posti: 4.");
    expect(reopenedWords({ reopenedFor: null, reopenedWithin: null }, "it")).toBe("");
  });
});

const defined = (of: Reopener) =>
  Object.fromEntries(Object.entries(of).filter(([, value]) => value !== null));

describe("what a form asks of who applies", () => {
  const says = { it: "Comune", en: "Municipality" };
  const town: Field = {
    ...{ type: "municipality", id: "town", required: true, label: says, purpose: says },
    ...{ visibility: "reviewer", retentionDays: 9 },
  };
  const asking = (section: string, field: Field): FormDefinition => ({
    ...sampleForm,
    sections: sampleForm.sections.map((one) =>
      one.id === section ? { ...one, fields: [...one.fields, field] } : one,
    ),
  });

  test("counts only where everybody of the audience is asked", () => {
    expect(asksWho(sampleForm, ["organisation"])).toEqual({ nature: true, place: false });
    expect(asksWho(asking("organisation", town), ["organisation"]).place).toBe(false);
    expect(asksWho(asking("answers", town), ["organisation", "citizen"]).place).toBe(true);
    expect(asksWho(asking("answers", { ...town, tracks: ["citizen"] }), ["citizen"]).place).toBe(
      true,
    );
    const partners = {
      id: "g",
      type: "group",
      parts: [{ ...town, required: true }],
    } as unknown as Field;
    expect(asksWho(asking("answers", partners), ["citizen"]).place).toBe(false);
  });

  test("does not count what may be left out, or is asked on a condition", () => {
    const when = { field: "age", is: "adult" } as unknown as NonNullable<Field["when"]>;
    const place = (form: FormDefinition) => asksWho(form, ["citizen"]).place;
    expect(place(asking("answers", town))).toBe(true);
    expect(place(asking("answers", { ...town, required: false } as Field))).toBe(false);
    expect(place(asking("answers", { ...town, when }))).toBe(false);
    const form = asking("answers", town);
    const hidden = form.sections.map((one) => (one.id === "answers" ? { ...one, when } : one));
    expect(place({ ...form, sections: hidden })).toBe(false);
    const who = (required: boolean) =>
      ({
        id: "who",
        type: "person",
        parts: [{ id: "municipality", required }],
        required: true,
      }) as unknown as Field;
    expect(place(asking("answers", who(true)))).toBe(true);
    expect(place(asking("answers", who(false)))).toBe(false);
  });

  test("stays in the form while a call is open again for a part", () => {
    const call = {
      ...{ audiences: ["citizen"], rules: standardRules.attivatori, minimumAge: 18, cutOffs: [] },
      ...{ reopenedFor: ["citizen"], closesAt: null, peremptory: true },
    };
    const part = (places: ReopenedWithin["places"]) => ({ natures: [], places, seats: 1 });
    const before = asking("answers", town);
    const optional = asking("answers", { ...town, required: false } as Field);
    const judged = (within: ReopenedWithin | null, after: FormDefinition) =>
      mayChangeForm(
        { ...call, reopenedWithin: within },
        changedForm("f", before, after),
        new Date(0),
      );
    const buti = part([{ name: "Buti", codes: ["050002"] }]);
    expect(judged(buti, before)).toEqual({ ok: true });
    for (const after of [sampleForm, optional]) {
      expect(judged(buti, after)).toEqual({ ok: false, reason: "form_breaks_reopening" });
      expect(judged(part([]), after)).toEqual({ ok: true });
      expect(judged(null, after)).toEqual({ ok: true });
    }
  });

  test("kinds of organisations leave out people", () => {
    const within = { natures: ["aps"] as const, places: [], seats: 1 };
    expect(reopenedAudiences({ scope: "placesLeft", within })).toEqual(["organisation"]);
    expect(reopenedAudiences({ scope: "placesLeft", within: null })).toBeNull();
  });
});
