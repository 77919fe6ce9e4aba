import { Readable } from "node:stream";
import { getTranslations } from "next-intl/server";
import { exportOwnData } from "@/lib/applications/commands/export-own-data";
import { requireSameOrigin } from "@/lib/auth/form-origin";
import { fileNameOf } from "@/lib/documents/core/public-facts";
import { attachmentDisposition } from "@/lib/files/file-response";
import { handler } from "@/lib/handlers";

/** A copy of one's own data, asked for by a plain form: each is an event, and counted. */
export const POST = handler("person.exportData", "person", async (ctx, request) => {
  requireSameOrigin(request);
  const form = await request.formData();
  const locale = form.get("locale") === "en" ? "en" : "it";
  const t = await getTranslations({ locale, namespace: "ownData" });
  const zip = await exportOwnData(ctx, {
    readme: t("readme"),
    missing: t("missing"),
    names: {
      documents: t("folder.documents"),
      attachments: t("folder.attachments"),
      messages: t("folder.messages"),
      draft: t("folder.draft"),
    },
    nameOf: ({ kind, code, view }) => fileNameOf(kind, code, view),
  });
  return new Response(Readable.toWeb(Readable.from(zip)) as ReadableStream, {
    headers: {
      "content-type": "application/zip",
      "content-disposition": attachmentDisposition(t("file")),
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
