import { useTranslations } from "next-intl";
import { DescriptionList, SummaryBlock } from "@/components/ui/description-list";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import { ShownAnswer } from "@/components/ui/shown-answer";
import { showAnswer } from "@/lib/calls/core/form-answer-words";
import type { Section } from "@/lib/calls/core/form-definition";
import { fileSize } from "@/lib/kernel/file-size";
import { routes } from "@/lib/routes";
import type { ShownFile } from "./answer-field";
import { useAnswerNames } from "./answer-words";

type Props = {
  sections: readonly Section[];
  values: Readonly<Record<string, unknown>>;
  files: readonly ShownFile[];
  municipalities: ReadonlyMap<string, string>;
  locale: "it" | "en";
  /** Where a section is changed; none where nothing can be changed any more. */
  editHref?: (section: Section) => string;
};

/** What was answered, block by block, with the way back to each. */
export function AnswersSummary(props: Props) {
  const { sections, values, files, municipalities, locale, editHref } = props;
  const t = useTranslations("applications");
  const names = useAnswerNames(municipalities);
  return sections.map((section) => {
    const items = section.fields
      .filter((field) => field.type !== "file" && field.type !== "info")
      .map((field) => {
        const shown = showAnswer(field, values[field.id], names);
        const label = field.label[locale];
        return {
          term: label,
          value: shown ? (
            <ShownAnswer shown={shown} label={label} />
          ) : (
            <span className="ct-muted">{t("noAnswer")}</span>
          ),
        };
      });
    const own = files.filter((file) => section.fields.some((field) => field.id === file.fieldId));
    return (
      <SummaryBlock
        key={section.id}
        title={section.title[locale]}
        {...(editHref ? { editHref: editHref(section), editLabel: t("summary.edit") } : {})}
      >
        {items.length > 0 && <DescriptionList items={items} />}
        {own.length > 0 && (
          <DocumentList>
            {own.map((file) => (
              <DocumentRow
                key={file.id}
                href={routes.attachment(file.id)}
                title={file.name}
                meta={`${fileSize(file.size, locale)}, ${t(`fileState.${file.state}`)}`}
                icon="clip"
              />
            ))}
          </DocumentList>
        )}
      </SummaryBlock>
    );
  });
}
