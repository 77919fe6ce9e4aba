import { useLocale, useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import { partOf } from "@/lib/calls/core/form-editing";
import {
  DEFINITION_PROBLEMS,
  type DefinitionProblem,
  READING_PROBLEMS,
} from "@/lib/calls/core/form-problems";
import { routes } from "@/lib/routes";

type Props = {
  problems: readonly DefinitionProblem[];
  /** The form that they are about, where it is the one on the page. */
  definition?: FormDefinition;
  callId: string;
};

/** What is amiss in a form, each with the question that it is about. */
export function ProblemList({ problems, definition, callId }: Props) {
  const t = useTranslations("builder");
  const locale = useLocale();
  return (
    <ul>
      {problems.map(({ code, at, about = "" }) => {
        const sentence = t(`problems.${code}`, { about });
        const part = at && definition && partOf(definition, at);
        const label = part && labelOf(part.value)[locale];
        return (
          <li key={`${code} ${at} ${about}`}>
            {part ? (
              <Link href={routes.staffCallForm(callId, part.value.id)}>{label}</Link>
            ) : (
              at && <b>{placeWords(at, t)}</b>
            )}
            {at && ": "}
            {sentence}
          </li>
        );
      })}
    </ul>
  );
}

/** The name of a part as its author wrote it. */
export function labelOf(
  part:
    | { label: { it: string; en: string } }
    | { title: { it: string; en: string } }
    | { message: { it: string; en: string } },
) {
  if ("label" in part) return part.label;
  return "title" in part ? part.title : part.message;
}

function placeWords(at: string, t: ReturnType<typeof useTranslations<"builder">>): string {
  const [, section, field] = /^(\d+)(?:\.(\d+))?$/.exec(at) ?? [];
  if (field) return t("place.field", { section: Number(section), field: Number(field) });
  return section ? t("place.section", { section: Number(section) }) : at;
}

/** Problems as an address carries them; what is no problem of ours is left out. */
export function problemsFrom(texts: readonly string[]): DefinitionProblem[] {
  const known = [...DEFINITION_PROBLEMS, ...READING_PROBLEMS];
  return texts.flatMap((text) => {
    const [code, at, about] = parsed(text);
    const found = known.find((one) => one === code);
    if (!found) return [];
    const where = typeof at === "string" ? at : null;
    return [{ code: found, at: where, ...(typeof about === "string" && { about }) }];
  });
}

function parsed(text: string): readonly unknown[] {
  try {
    const value: unknown = JSON.parse(text);
    return Array.isArray(value) ? value : [];
  } catch {
    return [];
  }
}
