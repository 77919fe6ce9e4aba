import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { type IntegrationItem, pathOf } from "@/lib/applications/core/integration-items";

type Given = { items: readonly IntegrationItem[]; words: string };

/** What is missing in each question, in the words of the office, to be said before it. */
export function integrationNotes({ items, words }: Given): Record<string, ReactNode> {
  return Object.fromEntries(
    items.map((item) => [
      pathOf(item),
      <Callout key={pathOf(item)} tone="cotto">
        <p className="mb-0">
          <strong>{words}</strong> <span className="ct-pre">{item.missing}</span>
        </p>
      </Callout>,
    ]),
  );
}
