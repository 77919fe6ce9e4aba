import { type AnswerNames, type ShownAnswer, showAnswer } from "@/lib/calls/core/form-answer-words";
import type { FormDefinition } from "@/lib/calls/core/form-definition";
import type { ReceiptView } from "./receipt-view";

/** One question with its answer, or with the names of the files that were sent for it. */
export type CopiedAnswer = { label: string; shown: ShownAnswer };

/**
 * The copy of an application for who sent it: what was answered, in the words of the form it was
 * sent with. Kept with the issued document like every view, and drawn from it alone.
 */
export type CopyView = Pick<
  ReceiptView,
  "locale" | "body" | "call" | "application" | "receivedAt" | "applicant" | "digest"
> & {
  kind: "applicationCopy";
  issuedAt: string;
  sections: { title: string; answers: CopiedAnswer[] }[];
  /** The code of the receipt, which proves the sending. */
  receiptCode: string;
  verification: ReceiptView["verification"];
};

type Snapshot = {
  answers?: Readonly<Record<string, Readonly<Record<string, unknown>>>>;
  files?: readonly { fieldId: string; name: string }[];
};

/** What was sent, section by section; what has no answer is left out. */
export function copiedSections(
  definition: FormDefinition,
  { answers = {}, files = [] }: Snapshot,
  names: AnswerNames,
  accepted: string,
): CopyView["sections"] {
  const { locale } = names;
  const text = (words: string): ShownAnswer => ({ kind: "text", text: words });
  return definition.sections
    .map(({ id, title, fields }) => ({
      title: title[locale],
      answers: fields.flatMap((field): CopiedAnswer[] => {
        const label = field.label[locale];
        const own = files.filter((file) => file.fieldId === field.id).map((file) => file.name);
        if (field.type === "file") {
          return own.length > 0 ? [{ label, shown: text(own.join("; ")) }] : [];
        }
        const given = answers[id]?.[field.id];
        if (field.type === "declaration") return given ? [{ label, shown: text(accepted) }] : [];
        const shown = showAnswer(field, given, names);
        return shown ? [{ label, shown }] : [];
      }),
    }))
    .filter((section) => section.answers.length > 0);
}
