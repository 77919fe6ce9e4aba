import { getTranslations } from "next-intl/server";
import { workbookOf } from "@/lib/files/workbook";
import { handler } from "@/lib/handlers";
import { csvText } from "@/lib/kernel/csv";
import { exportApplications } from "@/lib/review/commands/export-applications";
import { readQueueRequest } from "@/lib/review/core/queue-views";
import { exportWords } from "../../../../../../export-words";

const XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

/** The applications that the queue shows, with their answers: `formato` csv or xlsx. */
export const GET = handler("application.export", "staff", async (ctx, asked, given) => {
  const { id: callId = "", locale = "it" } = given;
  const query = Object.fromEntries(new URL(asked.url).searchParams);
  const words = await exportWords(ctx, locale === "en" ? "en" : "it");
  const request = readQueueRequest(query);
  const { code, rows } = await exportApplications(ctx, { callId, request, words });
  const t = await getTranslations({ locale: words.names.locale, namespace: "staff" });
  const name = `${t("export.file")}-${code.replace(/\W/g, "-")}`;
  const whole = query.formato === "xlsx";
  const bytes = whole ? workbookOf(t("export.file"), rows) : Buffer.from(csvText(rows), "utf8");
  return new Response(new Uint8Array(bytes), {
    headers: {
      "content-type": whole ? XLSX : "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}.${whole ? "xlsx" : "csv"}"`,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
