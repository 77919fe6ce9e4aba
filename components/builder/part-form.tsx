import { useLocale, useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import type { FormAction } from "@/components/staff/action-form";
import { DeskForm } from "@/components/staff/desk-form";
import { FormCards, FormRadio, FormSelect, FormText } from "@/components/staff/form-fields";
import { Button, ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { Target } from "@/lib/calls/core/condition-targets";
import { type Field, STEPS, VISIBILITIES } from "@/lib/calls/core/form-definition";
import type { FormPart } from "@/lib/calls/core/form-editing";
import { TRACKS } from "@/lib/calls/core/tracks";
import { routes } from "@/lib/routes";
import { ConditionEditor } from "./condition-editor";
import { ConditionWords } from "./condition-words";
import { FieldLimits } from "./field-limits";
import { MoveKeys } from "./move-keys";
import { usePartUnits, usePartWords } from "./part-units";
import { labelOf } from "./problem-words";
import { TextPair } from "./text-pair";

type Props = {
  callId: string;
  part: FormPart;
  /** Digest of the part as it is shown. */
  seen: string;
  targets: readonly Target[];
  action: FormAction;
};

/** One question, section or rule, with all that can be said about it. */
export function PartForm({ callId, part, seen, targets, action }: Props) {
  const t = useTranslations("builder");
  const locale = useLocale();
  const { id, when } = part.value;
  const title = labelOf(part.value)[locale];
  return (
    <DeskForm
      action={action}
      key={id}
      version={seen}
      id="parte"
      hidden={{ callId, at: id, seen }}
      labels={{ retentionDays: t("retention.days") }}
      units={usePartUnits()}
      words={usePartWords()}
    >
      <MoveKeys form="parte" />
      <h2>{title}</h2>
      <p className="soft">
        {part.kind === "field" ? t(`types.${part.value.type}`) : t(`kinds.${part.kind}`)} ·{" "}
        <code className="ct-mono">{id}</code>
      </p>
      {part.kind === "field" && <FieldTexts field={part.value} locale={locale} />}
      {part.kind === "section" && (
        <Panel>
          <TextPair name="title" label={t("section.title")} stored={part.value.title} />
          <TextPair
            name="intro"
            label={t("section.intro")}
            stored={part.value.intro}
            area
            optional
          />
          <FormSelect
            name="step"
            label={t("section.step")}
            stored={part.value.step}
            options={STEPS.map((step) => ({ value: step, label: t(`steps.${step}`) }))}
          />
          <Tracks stored={part.value.tracks} />
        </Panel>
      )}
      {part.kind === "rule" && (
        <Panel>
          <TextPair
            name="message"
            label={t("rule.message")}
            hint={t("rule.hint")}
            stored={part.value.message}
            area
          />
        </Panel>
      )}
      <Panel
        title={t(part.kind === "rule" ? "cond.excludesTitle" : "cond.title")}
        level={3}
        className="mt-m"
      >
        {part.kind === "rule" ? (
          <input type="hidden" name="c.mode" value="when" />
        ) : (
          <FormRadio
            name="c.mode"
            label={t("cond.mode")}
            stored={when ? "when" : "always"}
            choices={[
              { value: "always", label: t("cond.always") },
              {
                value: "when",
                label: t("cond.when"),
                disabled: targets.length === 0,
                ...(targets.length === 0 && { hint: t("cond.none") }),
              },
            ]}
          />
        )}
        <ConditionEditor condition={when} targets={targets} />
        {when && (
          <div className="note mt-m">
            <p className="small strong">{t("words.title")}</p>
            <p>
              {t(part.kind === "rule" ? "words.excludedWhen" : "words.shownWhen")}{" "}
              <ConditionWords condition={when} targets={targets} />.
            </p>
          </div>
        )}
        {part.kind !== "rule" && <p className="small soft mt-s">{t("cond.kept")}</p>}
      </Panel>
      {part.kind === "field" && part.value.type !== "info" && <Privacy field={part.value} />}
      <Buttons callId={callId} id={id} title={title} copies={part.kind === "field"} />
    </DeskForm>
  );
}

function FieldTexts({ field, locale }: { field: Field; locale: "it" | "en" }) {
  const t = useTranslations("builder");
  const long = field.type === "declaration" || field.type === "info";
  return (
    <Panel className="mt-m">
      <TextPair name="label" label={t("field.label")} stored={field.label} area={long} />
      <TextPair name="hint" label={t("field.hint")} stored={field.hint} optional />
      {field.type !== "info" && (
        <FormRadio
          name="required"
          label={t("required.label")}
          stored={field.required ? "yes" : "no"}
          choices={[
            { value: "yes", label: t("required.yes") },
            { value: "no", label: t("required.no") },
          ]}
        />
      )}
      <FieldLimits field={field} locale={locale} />
      <Tracks stored={field.tracks} />
    </Panel>
  );
}

function Tracks({ stored }: { stored: readonly string[] | undefined }) {
  const t = useTranslations("builder");
  return (
    <FormCards
      name="tracks"
      several
      columns
      label={t("tracks.label")}
      stored={[...(stored ?? TRACKS)]}
      choices={TRACKS.map((track) => ({ value: track, label: t(`tracks.${track}`) }))}
    />
  );
}

function Privacy({ field }: { field: Field }) {
  const t = useTranslations("builder");
  return (
    <Panel title={t("privacy.title")} level={3} className="mt-m">
      <TextPair name="purpose" label={t("privacy.purpose")} stored={field.purpose} />
      <FormSelect
        name="visibility"
        label={t("privacy.visibility")}
        stored={field.visibility}
        options={VISIBILITIES.map((who) => ({ value: who, label: t(`privacy.${who}`) }))}
      />
      <div className="row-flex row-top">
        <FormText
          name="retentionDays"
          type="number"
          label={t("retention.days")}
          stored={String(field.retentionDays)}
          width="s"
        />
        <FormSelect
          name="retentionFrom"
          label={t("retention.from")}
          stored={field.retentionFrom ?? "outcome"}
          options={(["outcome", "lastWorkshop", "check"] as const).map((from) => ({
            value: from,
            label: t(`retention.${from}`),
          }))}
        />
      </div>
    </Panel>
  );
}

/** The first button is the one that Enter presses. */
type ButtonsProps = { callId: string; id: string; title: string; copies: boolean };

function Buttons({ callId, id, title, copies }: ButtonsProps) {
  const t = useTranslations("builder");
  return (
    <div className="row-flex mt-l">
      <SubmitButton name="do" value="save" pending={t("saving")}>
        {t("save")}
      </SubmitButton>
      <Button look="outline" icon="up" name="do" value="up" aria-keyshortcuts="Alt+ArrowUp">
        {t("up")}
        <span className="visually-hidden">: {title}</span>
      </Button>
      <Button look="outline" icon="down" name="do" value="down" aria-keyshortcuts="Alt+ArrowDown">
        {t("down")}
        <span className="visually-hidden">: {title}</span>
      </Button>
      {copies && (
        <Button look="outline" name="do" value="copy">
          {t("copy")}
        </Button>
      )}
      <ButtonLink look="danger" href={routes.staffCallFormRemoval(callId, id)}>
        {t("remove")}
        <span className="visually-hidden">: {title}</span>
      </ButtonLink>
    </div>
  );
}
