import { useLocale, useTranslations } from "next-intl";
import { ActText } from "@/components/public/call-acts";
import { BarCell } from "@/components/ui/bars";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import type { ActProgress, StaffActs } from "@/lib/calls/queries/staff-acts";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

/** The acts that were published, the latest first, each with how far its messages are. */
export function ActHistory({ page }: { page: StaffActs }) {
  const t = useTranslations("acts");
  const locale = useLocale();
  const { acts, call } = page;
  return (
    <Panel title={t("history")}>
      {acts.length === 0 && <p className="soft">{t("none")}</p>}
      {acts.map((act) => (
        <article className="ct-act" key={act.id}>
          <ActText act={act} slug={call.slug} />
          <p className="small soft mt-s">
            {t("publishedAt", { moment: dateAndHour(act.publishedAt, locale) })}{" "}
            <Link href={routes.callVersions(call.slug, act.version)}>
              {t("compare")}
              <span className="visually-hidden">: {act.number}</span>
            </Link>
          </p>
          {act.progress && <Progress progress={act.progress} callId={call.id} />}
        </article>
      ))}
    </Panel>
  );
}

function Progress({ progress, callId }: { progress: ActProgress; callId: string }) {
  const t = useTranslations("acts");
  const { total, written, finished, sent, failed } = progress;
  if (total === null) return <p className="small">{t("progress.waiting")}</p>;
  const moves = !finished || sent + failed < written;
  return (
    <div className="small">
      <p>
        {finished
          ? t("progress.written", { total: written })
          : t("progress.writing", { written, total })}{" "}
        {written > 0 && t("progress.sent", { sent, failed })}{" "}
        {moves && <Link href={routes.staffActs(callId)}>{t("progress.again")}</Link>}
      </p>
      {moves && total > 0 && <BarCell value={finished ? sent + failed : written} max={total} />}
    </div>
  );
}
