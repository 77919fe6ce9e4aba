"use client";
import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { EDITOR_SECTIONS } from "@/lib/calls/core/editor-sections";
import { useSection } from "./editor-section";

/** Saves, and leads on to the section before or after. */
export function EditorSteps() {
  const t = useTranslations("staff");
  const section = useSection();
  const at = EDITOR_SECTIONS.indexOf(section);
  const [before, after] = [EDITOR_SECTIONS[at - 1], EDITOR_SECTIONS[at + 1]];
  return (
    <div className="row-flex mt-l">
      <input type="hidden" name="here" value={section} />
      <SubmitButton name="go" value={section} pending={t("editor.saving")}>
        {t("editor.save")}
      </SubmitButton>
      {before && (
        <SubmitButton
          look="outline"
          name="go"
          value={before}
          icon="back-s"
          pending={t("editor.saving")}
        >
          {t("editor.saveAnd", { section: t(`sections.${before}`) })}
        </SubmitButton>
      )}
      {after && (
        <SubmitButton
          look="outline"
          name="go"
          value={after}
          iconEnd="arrow-s"
          pending={t("editor.saving")}
        >
          {t("editor.saveAnd", { section: t(`sections.${after}`) })}
        </SubmitButton>
      )}
    </div>
  );
}
