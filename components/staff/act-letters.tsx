import { useTranslations } from "next-intl";
import type { LetterSample } from "@/lib/calls/queries/act-letters";

/** The messages as they will leave, to who has a draft and to who has sent. */
export function ActLetters({ samples }: { samples: readonly LetterSample[] }) {
  const t = useTranslations("acts");
  return samples.map(({ standing, subject, text }) => (
    <details className="mt-s" key={standing}>
      <summary>{t(`letterTo.${standing}`)}</summary>
      <div className="mail mt-s">
        <p className="strong">{subject}</p>
        <p className="as-written">{text}</p>
      </div>
    </details>
  ));
}
