"use client";
import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { CheckItem, CheckList } from "@/components/ui/consequences";
import { Icon } from "@/components/ui/icon";
import {
  EDITOR_SECTIONS,
  type EditorSection,
  SECTION_OF_POINT,
  sectionOfWarning,
} from "@/lib/calls/core/editor-sections";
import type { PublicationWarning } from "@/lib/calls/core/publication-warnings";
import { PUBLICATION_POINTS, type PublicationPoint } from "@/lib/calls/core/rules";
import type { PublicationChecks } from "@/lib/calls/queries/call-editor";
import { euroWords } from "@/lib/kernel/euro";
import { longDate } from "@/lib/kernel/rome-words";
import { ActionForm, type FormAction } from "./action-form";
import { SectionLink } from "./editor-section";
import { FormArea, FormRadio, FormText } from "./form-fields";
import { useDesk } from "./saving-desk";

type Props = { callId: string; checks: PublicationChecks; publish: FormAction };

/** What keeps the call from being published, what should be looked at, and the button itself. */
export function EditorChecks({ callId, checks, publish }: Props) {
  const t = useTranslations("staff");
  const { saved, settle } = useDesk();
  const { verdict, warnings } = saved.checks ?? checks;
  const missing = !verdict.ok && verdict.reason === "incomplete" ? verdict.missing : [];
  const blocking = warnings.filter((one) => one.severity === "blocking");
  const fine = PUBLICATION_POINTS.filter((point) => !missing.includes(point));
  const open = missing.length;
  const hold = open > 0 ? t("checks.hold", { count: open }) : undefined;
  return (
    <aside className="ed-check" aria-labelledby="checks">
      <h2 id="checks">{t("checks.title")}</h2>
      <p className="soft mt-s">
        {t("checks.summary", {
          blocks: open + blocking.length,
          warnings: warnings.length - blocking.length,
        })}
      </p>
      <div className="mt-m">
        {EDITOR_SECTIONS.map((section) => (
          <Missing
            key={section}
            callId={callId}
            section={section}
            points={missing.filter((point) => SECTION_OF_POINT[point] === section)}
          />
        ))}
        {warnings.map((warning) => (
          <Warning
            key={`${warning.code}:${warning.params.date ?? ""}`}
            callId={callId}
            warning={warning}
          />
        ))}
      </div>
      <ActionForm
        action={publish}
        className="mt-m"
        hidden={{ callId, revision: saved.revision }}
        beforeSend={async (posted) => {
          // What is published is what one sees: it is stored first.
          const stored = await settle();
          if (stored) posted.set("revision", String(stored.revision));
          return stored !== undefined;
        }}
      >
        {blocking.length > 0 && (
          <FormArea
            name="overrideReason"
            label={t("checks.override")}
            hint={t("checks.overrideHint")}
            rows={3}
            limit={500}
          />
        )}
        {!hold && <Moment />}
        {hold ? (
          <Button refusal={hold}>{t("checks.publish")}</Button>
        ) : (
          <SubmitButton pending={t("checks.publishing")}>{t("checks.publish")}</SubmitButton>
        )}
      </ActionForm>
      <details className="alt mt-m" open={open === 0}>
        <summary>{t("checks.fine", { count: fine.length })}</summary>
        <CheckList
          label={t("checks.fine", { count: fine.length })}
          items={fine.map((point) => t(`points.${point}.done`))}
        />
      </details>
    </aside>
  );
}

/** Now, or a moment that the clock will bring: no job publishes anything. */
function Moment() {
  const t = useTranslations("staff");
  return (
    <>
      <FormRadio
        name="when"
        label={t("checks.when")}
        stored="now"
        choices={[
          { value: "now", label: t("checks.now") },
          { value: "later", label: t("checks.later") },
        ]}
      />
      <div className="row-flex row-top">
        <FormText name="publishOn" type="date" label={t("checks.publishOn")} width="m" optional />
        <FormText
          name="publishAtTime"
          type="time"
          label={t("checks.publishAtTime")}
          hint={t("checks.publishAtHint")}
          width="s"
          optional
        />
      </div>
    </>
  );
}

type MissingProps = { callId: string; section: EditorSection; points: PublicationPoint[] };

/** What a section still lacks, in one place. */
function Missing({ callId, section, points }: MissingProps) {
  const t = useTranslations("staff");
  if (points.length === 0) return null;
  return (
    <article className="ck ck-block">
      <h3>
        <Icon name="block" />
        <Go callId={callId} section={section} />
      </h3>
      <ul className="list-unstyled">
        {points.map((point) => (
          <li key={point}>
            <strong>{t(`points.${point}.missing`)}.</strong> {t(`points.${point}.why`)}
          </li>
        ))}
      </ul>
    </article>
  );
}

function Warning({ callId, warning }: { callId: string; warning: PublicationWarning }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { code, reason, severity, params } = warning;
  const day = typeof params.date === "string" ? longDate(params.date, locale) : "";
  const euro = (amount: unknown) => euroWords(Number(amount ?? 0), locale);
  const numbers = {
    days: Number(params.days ?? 0),
    minimum: Number(params.minimum ?? 0),
    ...{ points: Number(params.points ?? 0), passing: Number(params.passing ?? 0) },
    ...{ budget: euro(params.budget), lots: euro(params.lots) },
  };
  return (
    <CheckItem
      level={severity === "blocking" ? "block" : "warn"}
      word={t("checks.blocks")}
      title={t(`warnings.${code}`, { day, ...numbers })}
      text={t(`warningReasons.${reason}`)}
    >
      <Go callId={callId} section={sectionOfWarning(code)} />
    </CheckItem>
  );
}

function Go({ callId, section }: { callId: string; section: EditorSection }) {
  const t = useTranslations("staff");
  return (
    <SectionLink callId={callId} section={section}>
      {t("checks.go", { section: t(`sections.${section}`) })}
    </SectionLink>
  );
}
