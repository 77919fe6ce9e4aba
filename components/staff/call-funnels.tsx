import { useLocale, useTranslations } from "next-intl";
import { BarCell, type BarTone } from "@/components/ui/bars";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { timeLeftWords } from "@/lib/kernel/time-left";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

/** For each call how many people are at which step. Open drafts are never added to those sent. */
export function CallFunnels({ calls, now }: { calls: StaffCall[]; now: Date }) {
  const t = useTranslations("staff");
  if (calls.length === 0) return null;
  return (
    <section aria-labelledby="funnels" className="stack">
      <h2 id="funnels">{t("funnel.title")}</h2>
      {calls.map((call) => (
        <section key={call.id} className="panel" aria-labelledby={`funnel-${call.id}`}>
          <div className="panel-head">
            <h3 id={`funnel-${call.id}`}>
              <Link href={routes.staffCall(call.id)}>{call.title}</Link>
            </h3>
            <Pill tone="on">{t(`callStatus.${call.status}`)}</Pill>
          </div>
          <Funnel call={call} />
          <Foot call={call} now={now} />
        </section>
      ))}
      <p className="small soft">{t("funnel.note")}</p>
    </section>
  );
}

/** Rows of the funnel that mean something for a call in its state. */
export function Funnel({ call }: { call: StaffCall }) {
  const t = useTranslations("staff");
  const { counts } = call;
  const rows = rowsOf(call);
  const max = Math.max(counts.drafts, counts.received, 1);
  return (
    <table className="funnel">
      <caption className="visually-hidden">{t("funnel.caption", { title: call.title })}</caption>
      <thead className="visually-hidden">
        <tr>
          <th scope="col">{t("funnel.step")}</th>
          <th scope="col">{t("funnel.bar")}</th>
          <th scope="col">{t("funnel.people")}</th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ step, value, tone }) => (
          <tr key={step}>
            <th scope="row">{t(`funnel.steps.${step}`)}</th>
            <td className="b">
              <BarCell value={value} max={max} tone={tone} />
            </td>
            <td className="num right">{value}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

type Step = "drafts" | "received" | "checked" | "admissible" | "admitted";

function rowsOf({ counts, status }: StaffCall): { step: Step; value: number; tone: BarTone }[] {
  const open = ["upcoming", "open", "closesToday", "alwaysOpen", "suspended"].includes(status);
  const row = (step: Step, value: number, tone: BarTone) => ({ step, value, tone });
  const received = row("received", counts.received, "mid");
  if (open) return [row("drafts", counts.drafts, "soft"), received];
  const checked = counts.admissible + counts.inadmissible;
  const rest = [received, row("checked", checked, "strong")];
  return status === "outcomePublished"
    ? [...rest, row("admitted", counts.admitted, "strong")]
    : [...rest, row("admissible", counts.admissible, "strong")];
}

function Foot({ call, now }: { call: StaffCall; now: Date }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { counts, closesAt, status } = call;
  const closing = (status === "open" || status === "closesToday") && closesAt;
  const words = [
    closing ? t("funnel.closesIn", { time: timeLeftWords(now, closing, locale) }) : "",
    counts.withdrawn > 0 ? t("funnel.withdrawn", { count: counts.withdrawn }) : "",
  ].filter(Boolean);
  return words.length > 0 ? <p className="small soft mt-s">{words.join(" ")}</p> : null;
}
