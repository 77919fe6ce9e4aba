import { formAsFile } from "@/lib/calls/core/foreign-form";
import { formBuilder } from "@/lib/calls/queries/form-for-edit";
import { handler } from "@/lib/handlers";

/** The form of a call as a file, to be kept or taken to another installation. */
export const GET = handler("call.exportForm", "staff", async (ctx, _request, { id = "" }) => {
  const { title, definition } = await formBuilder(ctx, id);
  return new Response(formAsFile(title, definition), {
    headers: {
      "content-type": "application/json; charset=utf-8",
      "content-disposition": `attachment; filename="modulo-${id.slice(-8)}.json"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
