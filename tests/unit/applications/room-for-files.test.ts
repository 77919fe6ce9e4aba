import fc from "fast-check";
import { expect, test } from "vitest";
import { mayAddFile } from "@/lib/applications/core/room-for-files";
import { fileLimits } from "@/lib/files/core/limits";

test("files are added one by one until exactly one of the limits is reached", () => {
  const sizes = fc.array(
    fc.record({
      field: fc.constantFrom("a", "b"),
      size: fc.integer({ min: 1, max: fileLimits.fileBytes }),
    }),
    { maxLength: 25 },
  );
  fc.assert(
    fc.property(sizes, fc.integer({ min: 1, max: 6 }), (files, maxFiles) => {
      const attached: { fieldId: string; size: number }[] = [];
      for (const { field, size } of files) {
        const verdict = mayAddFile({ id: field, maxFiles }, attached, size);
        const inField = attached.filter((one) => one.fieldId === field).length;
        const total = attached.reduce((sum, one) => sum + one.size, size);
        expect(verdict.ok).toBe(
          inField < maxFiles && attached.length < 10 && total <= 40 * 1024 * 1024,
        );
        if (verdict.ok) attached.push({ fieldId: field, size });
      }
    }),
  );
});

test("a question that says nothing takes one file", () => {
  expect(mayAddFile({ id: "a" }, [], 1)).toEqual({ ok: true });
  expect(mayAddFile({ id: "a" }, [{ fieldId: "a", size: 1 }], 1)).toEqual({
    ok: false,
    reason: "too_many_files",
  });
});
