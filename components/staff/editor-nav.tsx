import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import {
  EDITOR_SECTIONS,
  type EditorSection,
  type SectionState,
} from "@/lib/calls/core/editor-sections";
import { routes } from "@/lib/routes";

type Props = {
  callId: string;
  current: EditorSection;
  states: Record<EditorSection, SectionState>;
};

/** The sections of a call, each with its own state. */
export function EditorNav({ callId, current, states }: Props) {
  const t = useTranslations("staff");
  return (
    <nav className="ed-nav" aria-label={t("editor.sections")}>
      <ol className="list-unstyled">
        {EDITOR_SECTIONS.map((section, index) => (
          <li key={section}>
            <Link
              href={`${routes.staffCallEdit(callId)}?sezione=${section}`}
              aria-current={section === current ? "step" : undefined}
            >
              <span className="grow">
                {index + 1}. {t(`sections.${section}`)}
              </span>
              <State state={states[section]} />
            </Link>
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
