import fc from "fast-check";
import { expect, test } from "vitest";
import { checkDefinition } from "@/lib/calls/core/form-checks";
import { fieldsOf } from "@/lib/calls/core/form-definition";
import { idsOf, withoutPart } from "@/lib/calls/core/form-editing";
import { removalOf } from "@/lib/calls/core/form-references";
import { FORM_TEMPLATES } from "@/lib/calls/core/form-templates/library";
import { definition } from "./form-arbitraries";

const names = (parts: readonly { value: { id: string } }[]) => parts.map(({ value }) => value.id);

test("those told of are exactly those that refer to nothing once the part is gone", () => {
  fc.assert(
    fc.property(definition, fc.nat(), (form, pick) => {
      const ids = [...idsOf(form)];
      const id = ids[pick % ids.length] ?? "";
      const orphans = (of: typeof form) =>
        new Set(
          checkDefinition(of)
            .filter((one) => one.code === "refers_to_unknown_field")
            .map((one) => one.at),
        );
      const before = orphans(form);
      const after = [...orphans(withoutPart(form, id))].filter((at) => !before.has(at));
      const told = names(removalOf(form, id).references).filter((at) => !before.has(at));
      expect(told.sort()).toEqual(after.sort());
    }),
  );
});

test("a section takes its questions with it, and conditions among them are no reference", () => {
  const form = FORM_TEMPLATES.valderaOrganisations;
  const [section] = form.sections;
  const { within, references } = removalOf(form, section?.id ?? "");
  expect(names(within)).toEqual(section?.fields.map((field) => field.id));
  for (const id of names(references)) expect(names(within)).not.toContain(id);
});

test("what nobody looks at goes without a word", () => {
  const form = FORM_TEMPLATES.communityActivators;
  const last = fieldsOf(form).at(-1)?.id ?? "";
  expect(removalOf(form, last)).toEqual({ within: [], references: [] });
  expect(removalOf(form, "nothing")).toEqual({ within: [], references: [] });
});
