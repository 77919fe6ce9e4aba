"use client";
import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Pill } from "@/components/ui/pill";
import {
  EDITOR_SECTIONS,
  type SectionState,
  sectionStates,
} from "@/lib/calls/core/editor-sections";
import type { PublicationChecks } from "@/lib/calls/queries/call-editor";
import { SectionLink, useSection } from "./editor-section";
import { useDesk } from "./saving-desk";

type Props = { callId: string; checks: PublicationChecks };

/** The sections of a call, each with its own state. */
export function EditorNav({ callId, checks }: Props) {
  const t = useTranslations("staff");
  const current = useSection();
  const { verdict, warnings } = useDesk().saved.checks ?? checks;
  const states = sectionStates(verdict, warnings);
  return (
    <nav className="ed-nav" aria-label={t("editor.sections")}>
      <ol className="list-unstyled">
        {EDITOR_SECTIONS.map((section, index) => (
          <li key={section}>
            <SectionLink callId={callId} section={section} current={section === current}>
              <span className="grow">
                {index + 1}. {t(`sections.${section}`)}
              </span>
              <State state={states[section]} />
            </SectionLink>
          </li>
        ))}
      </ol>
    </nav>
  );
}

function State({ state }: { state: SectionState }) {
  const t = useTranslations("staff");
  if (state.kind === "blocked") return <Pill tone="block">{t("checks.blocks")}</Pill>;
  if (state.kind === "warned") {
    return <Pill tone="warn">{t("editor.warned", { count: state.count })}</Pill>;
  }
  return (
    <span className="st">
      <Icon name="check-s" size="xs" />
      <span className="visually-hidden">{t("editor.complete")}</span>
    </span>
  );
}
