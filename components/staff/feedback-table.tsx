import { useFormatter, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { FEEDBACK_REASONS, meanRate } from "@/lib/content/core/feedback";
import type { Comment, Period, RatedPage } from "@/lib/content/queries/page-feedback";
import { numericDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

const STARS = [5, 4, 3, 2, 1] as const;

/** Pages with their votes, star by star, and the way to what was said. */
export function FeedbackTable({ pages, period }: { pages: RatedPage[]; period: Period }) {
  const t = useTranslations("content");
  const format = useFormatter();
  const commentsOf = (page: string) =>
    `${routes.staffFeedback()}?${new URLSearchParams({ da: period.from, a: period.to, pagina: page })}`;
  return (
    <DataTable
      caption={t("feedback.caption")}
      captionHidden
      rows={pages}
      rowKey={({ page }) => page}
      columns={[
        {
          key: "page",
          header: t("feedback.page"),
          cell: ({ page }) => <Link href={page}>{page}</Link>,
        },
        {
          key: "votes",
          header: t("feedback.votes"),
          number: true,
          cell: ({ votes }) => votes.reduce((sum, one) => sum + one, 0),
        },
        {
          key: "mean",
          header: t("feedback.mean"),
          number: true,
          cell: ({ votes }) => {
            const mean = meanRate(votes);
            return mean === undefined ? "–" : format.number(mean, { minimumFractionDigits: 1 });
          },
        },
        ...STARS.map((stars) => ({
          key: `stars-${stars}`,
          header: t("feedback.stars", { count: stars }),
          number: true,
          cell: ({ votes }: RatedPage) => votes[stars - 1],
        })),
        {
          key: "comments",
          header: t("feedback.comments"),
          cell: ({ page, comments }) => (
            <Link href={commentsOf(page)}>{t("feedback.read", { count: comments })}</Link>
          ),
        },
      ]}
    />
  );
}

/** What was said about one page. */
export function FeedbackComments({ comments }: { comments: Comment[] }) {
  const t = useTranslations("content");
  const words = useTranslations("common");
  if (comments.length === 0) return <p>{t("feedback.none")}</p>;
  return (
    <DataTable
      caption={t("feedback.comments")}
      captionHidden
      rows={comments}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "day",
          header: t("feedback.day"),
          cell: ({ givenOn }) => <span className="nowrap">{numericDate(givenOn)}</span>,
        },
        {
          key: "rate",
          header: t("feedback.votes"),
          cell: ({ rate }) => t("feedback.stars", { count: rate }),
        },
        {
          key: "reason",
          header: t("feedback.reason"),
          cell: ({ reason }) => {
            const known = REASONS.find((one) => reason?.endsWith(`.${one}`));
            return known ? words(`feedback.reasons.${known}`) : "–";
          },
        },
        { key: "comment", header: t("feedback.comment"), cell: ({ comment }) => comment ?? "–" },
      ]}
    />
  );
}

const REASONS = [...FEEDBACK_REASONS.hard, ...FEEDBACK_REASONS.liked];
