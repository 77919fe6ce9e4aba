import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import type { z } from "zod";
import { TextInput } from "@/components/forms/text-input";
import { StaffHead } from "@/components/layout/staff-page";
import { FeedbackComments, FeedbackTable } from "@/components/staff/feedback-table";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Panel } from "@/components/ui/panel";
import { commentsOfPage, type Period, ratedPages } from "@/lib/content/queries/page-feedback";
import { feedbackPeriodSchema } from "@/lib/content/schema";
import type { Ctx } from "@/lib/context";
import { getPathname } from "@/lib/i18n/navigation";
import { addDays } from "@/lib/kernel/local-date";
import { romeDate } from "@/lib/kernel/rome-time";
import { routes } from "@/lib/routes";
import { readForTerritory } from "../../../staff-request";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

/** Days that are shown without asking. */
const USUAL_DAYS = 90;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("content");
  return { title: t("feedback.title") };
}

/** What readers think of the pages, in a period; and of one of them in their words. */
export default async function FeedbackPage({ searchParams }: Props) {
  const t = await getTranslations("content");
  const locale = await getLocale();
  const asked = feedbackPeriodSchema.parse(await searchParams);
  const { pages, comments, period } = await readForTerritory(routes.staffFeedback(), (ctx) =>
    read(ctx, asked),
  );
  return (
    <>
      <StaffHead title={t("feedback.title")} text={t("feedback.text")} />
      <form
        action={getPathname({ href: routes.staffFeedback(), locale })}
        method="get"
        className="row-flex"
        aria-label={t("feedback.title")}
      >
        <TextInput name="da" type="date" label={t("feedback.from")} defaultValue={period.from} />
        <TextInput name="a" type="date" label={t("feedback.to")} defaultValue={period.to} />
        <Button look="outline">{t("feedback.apply")}</Button>
      </form>
      {pages.length === 0 ? (
        <EmptyState title={t("feedback.empty.title")} text={t("feedback.empty.text")} />
      ) : (
        <FeedbackTable pages={pages} period={period} />
      )}
      {asked.pagina && comments && (
        <Panel title={t("feedback.of", { page: asked.pagina })} className="mt-m">
          <FeedbackComments comments={comments} />
        </Panel>
      )}
    </>
  );
}

async function read(ctx: Ctx, asked: z.output<typeof feedbackPeriodSchema>) {
  const to = asked.a ?? romeDate(ctx.now);
  const period: Period = { from: asked.da ?? addDays(to, -USUAL_DAYS), to };
  const [pages, comments] = await Promise.all([
    ratedPages(ctx, period),
    asked.pagina ? commentsOfPage(ctx, asked.pagina, period) : undefined,
  ]);
  return { pages, comments, period };
}
