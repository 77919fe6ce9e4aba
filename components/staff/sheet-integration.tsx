import { useLocale, useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Pill } from "@/components/ui/pill";
import { type IntegrationItem, placeOf } from "@/lib/applications/core/integration-items";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { staffMoment } from "@/lib/kernel/rome-words";
import { mayRequestIntegration, REASONS_MINIMUM } from "@/lib/review/core/rules";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import type { SheetIntegration as Integration } from "@/lib/review/queries/sheet-integrations";
import { routes } from "@/lib/routes";
import type { FormAction } from "./action-form";
import { IntegrationDeeds } from "./integration-deeds";

type Props = {
  sheet: ApplicationSheet;
  mayAsk: boolean;
  token: string;
  actions: { extend: FormAction; cancel: FormAction };
};

/** Long enough to pass: whether the reason typed will do is asked when it is sent. */
const SOME_REASON = "x".repeat(REASONS_MINIMUM);

/** What was asked of the applicant, until when and what came of it; and the way to ask. */
export function SheetIntegration({ sheet, mayAsk, token, actions }: Props) {
  const t = useTranslations("integration");
  const { integrations, call } = sheet;
  const rule = mayRequestIntegration(sheet, call, { items: 1, reason: SOME_REASON });
  const may = mayAsk && rule.ok;
  if (integrations.length === 0 && !may) return null;
  const form = { applicationId: sheet.id, callId: call.id, _token: token };
  return (
    <section className="mt-m" aria-labelledby="integrations">
      <h2 id="integrations">{t("sheet.title")}</h2>
      {integrations.length === 0 && <p className="soft">{t("sheet.none")}</p>}
      {integrations.length > 0 && (
        <ul className="list-unstyled stack mt-s">
          {integrations.map((one) => (
            <li key={one.id} className={one.status === "open" ? "ck" : "ck ck-done"}>
              <Request one={one} sheet={sheet} />
              {mayAsk && one.status === "open" && (
                <IntegrationDeeds closesAt={one.closesAt} hidden={form} actions={actions} />
              )}
            </li>
          ))}
        </ul>
      )}
      {may && (
        <div className="rv-act">
          <ButtonLink look="outline" href={routes.staffIntegration(call.id, sheet.id)}>
            {t("sheet.ask")}
          </ButtonLink>
        </div>
      )}
    </section>
  );
}

function Request({ one, sheet }: { one: Integration; sheet: ApplicationSheet }) {
  const t = useTranslations("integration");
  const locale = useLocale();
  const labels = new Map(
    sheet.questions.map((question) => [question.id, question.label[locale]] as const),
  );
  const nameOf = ({ field, row }: IntegrationItem) => {
    const label = labels.get(field) ?? placeOf(field).field;
    return row === null ? label : t("sheet.row", { label, number: row + 1 });
  };
  return (
    <>
      <p>
        <strong>{t("sheet.number", { number: one.registerNumber })}</strong>{" "}
        <Pill {...(one.status === "open" ? { tone: "warn", icon: "clock-s" } : {})}>
          {t(`status.${one.status}`)}
        </Pill>
      </p>
      <p className="small soft">
        {t("sheet.asked", { name: one.requestedBy, moment: staffMoment(one.requestedAt, locale) })}
      </p>
      <ul className="small">
        {one.items.map((item) => (
          <li key={`${item.field}-${item.row}`}>
            <strong>{nameOf(item)}</strong>: {item.missing || t("erased")}
          </li>
        ))}
      </ul>
      <p className="small">
        {t(one.status === "open" ? "sheet.until" : "sheet.was", {
          moment: deadlineMoment(one.closesAt, "endOfDay", locale),
        })}
        {one.settledAt && one.status !== "open" && (
          <> {t(`sheet.settled.${one.status}`, { moment: staffMoment(one.settledAt, locale) })}</>
        )}
        {one.cancelReason && ` ${one.cancelReason}`}
      </p>
      {one.extensions.map(({ until, reason }) => (
        <p key={until} className="small soft">
          {t("sheet.extended", {
            moment: deadlineMoment(new Date(until), "endOfDay", locale),
            reason: reason || t("erased"),
          })}
        </p>
      ))}
      {one.attempts.length > 0 && (
        <p className="small soft">
          {t("sheet.late", { moment: staffMoment(new Date(one.attempts[0] ?? ""), locale) })}
        </p>
      )}
      <p className="small">
        {one.letterId && <a href={routes.document(one.letterId)}>{t("sheet.letter")}</a>}
        {one.letterId && one.answer && " · "}
        {one.answer && <a href={routes.document(one.answer.receiptId)}>{t("sheet.receipt")}</a>}
      </p>
    </>
  );
}
