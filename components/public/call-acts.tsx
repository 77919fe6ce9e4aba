import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import type { ActView, CallPage } from "@/lib/calls/queries/call-page";
import { longDate } from "@/lib/kernel/rome-words";
import { actKind } from "./call-timeline";

/** Every act in full: before, now and why; the publication is the first of them. */
export function CallActs({ call }: { call: CallPage }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { procedure } = call.content;
  return (
    <section id="atti">
      <h2>{t("page.acts")}</h2>
      {call.acts.map((act) => (
        <Act key={act.id} act={act} precise={call.closesAtTime !== null} />
      ))}
      <article className="ct-act">
        <h3>{t("page.publication")}</h3>
        <p className="m-0 ct-muted">
          {t("page.actOf", {
            number: procedure.actNumber,
            day: longDate(procedure.actDate, locale),
          })}
        </p>
      </article>
    </section>
  );
}

function Act({ act, precise }: { act: ActView; precise: boolean }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const moment = (text: string | undefined) =>
    text ? deadlineMoment(new Date(text), precise ? "hour" : "endOfDay", locale) : "";
  return (
    <article className="ct-act">
      <h3>{t(`act.${actKind(act.kind)}`)}</h3>
      <p className="ct-muted mb-0">
        {t("page.actOf", { number: act.number, day: longDate(act.actDate, locale) })}
      </p>
      {act.before.closesAt && (
        <div className="ct-oldnew">
          <div>
            <span>{t("page.before")}</span>
            {moment(act.before.closesAt)}
          </div>
          <Icon name="arrow-right" />
          <div>
            <span>{t("page.now")}</span>
            <strong>{moment(act.after.closesAt)}</strong>
          </div>
        </div>
      )}
      <p className="mb-0">
        <strong>{t("page.why")}</strong> {act.reason}
      </p>
    </article>
  );
}

/** Above the text of a call that was extended: what the end was before. */
export function extensionBefore(call: CallPage): string | undefined {
  return call.acts.find((act) => act.kind === "extension")?.before.closesAt;
}
