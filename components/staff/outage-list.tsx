import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/ui/link";
import { Panel } from "@/components/ui/panel";
import { Pill } from "@/components/ui/pill";
import type { OutageView } from "@/lib/calls/queries/outages-page";
import { staffMoment } from "@/lib/kernel/rome-words";
import { timeLeftWords } from "@/lib/kernel/time-left";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";
import { FormText } from "./form-fields";

type Actions = { end: FormAction; withdraw: FormAction };
type Props = Actions & { outages: OutageView[]; now: Date };

/** The register, the latest first. What was withdrawn stays, with its reason. */
export function OutageList({ outages, now, ...actions }: Props) {
  return (
    <div className="stack">
      {outages.map((outage) => (
        <Outage key={outage.id} outage={outage} now={now} {...actions} />
      ))}
    </div>
  );
}

function Outage({ outage, now, ...actions }: Actions & { outage: OutageView; now: Date }) {
  const t = useTranslations("deadline");
  const locale = useLocale();
  const { startedAt, endedAt, withdrawn } = outage;
  return (
    <Panel title={t(`kinds.${outage.kind}`)} aside={<State outage={outage} />}>
      <p>
        {t("outages.from", { moment: staffMoment(startedAt, locale) })}{" "}
        {endedAt ? t("outages.to", { moment: staffMoment(endedAt, locale) }) : t("outages.lasting")}
        . {t("outages.length", { time: timeLeftWords(startedAt, endedAt ?? now, locale) })}
      </p>
      <p>{outage.note || t("outages.noticed")}</p>
      <p className="small soft">{outage.by ? t("outages.by", outage.by) : t("outages.bySystem")}</p>
      {withdrawn && (
        <p>
          {t("outages.withdrawn", { moment: staffMoment(withdrawn.at, locale) })} {withdrawn.reason}
        </p>
      )}
      {outage.calls.length > 0 && (
        <>
          <p className="mt-s strong">{t("outages.calls")}</p>
          <ul>
            {outage.calls.map(({ id, title }) => (
              <li key={id}>
                <Link href={routes.staffCallEvidence(id)}>{title}</Link>
              </li>
            ))}
          </ul>
        </>
      )}
      {outage.mayChange && <Changes outage={outage} {...actions} />}
    </Panel>
  );
}

function State({ outage }: { outage: OutageView }) {
  const t = useTranslations("deadline");
  if (outage.withdrawn) return <Pill>{t("outages.states.withdrawn")}</Pill>;
  return outage.endedAt ? (
    <Pill tone="on">{t("outages.states.over")}</Pill>
  ) : (
    <Pill tone="warn">{t("outages.states.lasting")}</Pill>
  );
}

function Changes({ outage, end, withdraw }: Actions & { outage: OutageView }) {
  const t = useTranslations("deadline");
  const hidden = { outageId: outage.id };
  return (
    <>
      {outage.endedAt === null && (
        <ActionForm action={end} hidden={hidden} className="mt-s">
          <SubmitButton look="outline" small pending={t("outages.ending")}>
            {t("outages.end")}
          </SubmitButton>
        </ActionForm>
      )}
      <details className="alt mt-s">
        <summary>{t("outages.withdraw")}</summary>
        <ActionForm action={withdraw} hidden={hidden} labels={{ reason: t("fields.reason") }}>
          <FormText name="reason" id={`reason-${outage.id}`} label={t("fields.reason")} />
          <SubmitButton look="danger" small pending={t("outages.withdrawing")}>
            {t("outages.withdrawNow")}
          </SubmitButton>
        </ActionForm>
      </details>
    </>
  );
}
