import "server-only";
import { getTranslations } from "next-intl/server";
import { staffAnswerNames } from "@/components/staff/answer-names";
import { APPLICATION_STATES } from "@/lib/applications/core/states";
import { APPLICATION_TRACKS } from "@/lib/applications/core/tracks";
import type { Ctx } from "@/lib/context";
import { romeParts } from "@/lib/kernel/rome-time";
import { numericDate } from "@/lib/kernel/rome-words";
import {
  COLUMNS,
  type ExportWords,
  INTEGRATION_COLUMNS,
} from "@/lib/review/core/application-table";
import { municipalityNames } from "@/lib/territory/queries";

/** What an export of applications says in a language: heads, states, answers in words. */
export async function exportWords(ctx: Ctx, locale: "it" | "en"): Promise<ExportWords> {
  const [t, review, integration, places] = await Promise.all([
    getTranslations({ locale, namespace: "staff" }),
    getTranslations({ locale, namespace: "review" }),
    getTranslations({ locale, namespace: "integration" }),
    municipalityNames(ctx),
  ]);
  const columns = [...COLUMNS, ...INTEGRATION_COLUMNS].map(
    (column) => [column, t(`export.columns.${column}`)] as const,
  );
  return {
    columns: Object.fromEntries(columns) as ExportWords["columns"],
    track: (track) => {
      const known = APPLICATION_TRACKS.find((one) => one === track);
      return known ? t(`tracks.${known}`) : track;
    },
    state: (state) => {
      const known = APPLICATION_STATES.find((one) => one === state);
      return known ? review(`states.${known}`) : state;
    },
    moment: (receivedAt) => {
      const { date, time } = romeParts(new Date(receivedAt));
      return `${numericDate(date)} ${time}`;
    },
    outcome: (state) => integration(`status.${state}`),
    late: t("arrival.late"),
    over: t("export.over"),
    names: staffAnswerNames(t, locale, places),
  };
}
