"use client";
import { useTranslations } from "next-intl";
import { Button } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { ShownAnswer } from "@/components/ui/shown-answer";
import type { Elsewhere } from "@/lib/applications/core/saved-answers";
import { showAnswer } from "@/lib/calls/core/form-answer-words";
import type { Section } from "@/lib/calls/core/form-definition";
import { clockTime } from "@/lib/kernel/rome-words";
import { useAnswerNames } from "./answer-words";
import type { Places } from "./single-answer";

/** Where the notice stands on the page. */
export const ELSEWHERE = "altrove";

type Props = {
  conflicts: readonly Elsewhere[];
  news: readonly Elsewhere[];
  sections: readonly Section[];
  places: Places;
  locale: "it" | "en";
  /** This page again, to read what is stored. */
  here: string;
  /** With scripts: the own texts replace the stored ones. */
  keepOwn: () => void;
  /** With scripts: the own texts are let go of. */
  takeStored: () => void;
};

/**
 * What was written in another window or by a colleague since this page was opened: who, what and
 * when. Where both wrote, both texts, and the person says which one stays.
 */
export function ElsewhereNotice(props: Props) {
  const { conflicts, news, here } = props;
  const t = useTranslations("applications");
  if (conflicts.length + news.length === 0) return null;
  return (
    <div role="alert" className="mb-4" id={ELSEWHERE} tabIndex={-1}>
      {conflicts.length > 0 && (
        <Callout tone="cotto">
          <h2 className="ct-h3">{t("conflict.title")}</h2>
          <p>{t("conflict.text")}</p>
          <Answers {...props} which={conflicts} both />
          {conflicts.map(({ fieldId, mark }) => (
            <input key={fieldId} type="hidden" name={`_stored.${fieldId}`} value={mark} />
          ))}
          <p className="ct-actions">
            <Button
              name="intent"
              value="keep"
              look="outline"
              small
              onClick={(event) => {
                event.preventDefault();
                props.keepOwn();
              }}
            >
              {t("conflict.keepMine")}
            </Button>
            <a className="btn btn-link btn-sm" href={here} onClick={props.takeStored}>
              {t("conflict.takeStored")}
            </a>
          </p>
        </Callout>
      )}
      {news.length > 0 && (
        <Callout>
          <h2 className="ct-h3">{t("conflict.newsTitle")}</h2>
          <Answers {...props} which={news} />
          <p className="ct-actions">
            <a className="btn btn-link btn-sm" href={here}>
              {t("conflict.readAgain")}
            </a>
          </p>
        </Callout>
      )}
    </div>
  );
}

type AnswersProps = Pick<Props, "sections" | "places" | "locale"> & {
  which: readonly Elsewhere[];
  both?: boolean;
};

function Answers({ which, sections, places, locale, both = false }: AnswersProps) {
  const t = useTranslations("applications");
  const names = useAnswerNames(new Map(places.all.map(({ value, label }) => [value, label])));
  const fields = new Map(
    sections.flatMap((section) => section.fields).map((field) => [field.id, field]),
  );
  return which.map((one) => {
    const field = fields.get(one.fieldId);
    if (!field) return null;
    const words = (value: unknown) => {
      const shown = showAnswer(field, value, names);
      return shown ? <ShownAnswer shown={shown} label={field.label[locale]} /> : t("noAnswer");
    };
    const when = one.at ? clockTime(new Date(one.at), "minutes") : "";
    return (
      <dl className="ct-dl" key={one.fieldId}>
        <dt>{field.label[locale]}</dt>
        <dd>
          <b>
            {one.by === null
              ? t("conflict.self", { when })
              : t("conflict.by", { name: one.by || t("conflict.somebody"), when })}
          </b>{" "}
          {words(one.stored)}
        </dd>
        {both && (
          <dd>
            <b>{t("conflict.sent")}</b> {words(one.sent)}
          </dd>
        )}
      </dl>
    );
  });
}
