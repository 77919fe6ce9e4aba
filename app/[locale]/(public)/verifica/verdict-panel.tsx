import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Callout } from "@/components/ui/callout";
import { Icon, type IconName } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import type { Locale } from "@/lib/i18n/routing";
import { exactMoment } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { DocumentFacts } from "./document-facts";
import type { Verdict } from "./find-verdict";

/** The answer: a sentence with a shape, the facts of the document, what to do next. */
export function VerdictPanel({ verdict }: { verdict: Verdict }) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  if (verdict.is === "tooMany") {
    return <Callout tone="amber">{t("tooMany", { seconds: verdict.seconds })}</Callout>;
  }
  return (
    <>
      {verdict.is === "found" ? (
        <Found verdict={verdict} />
      ) : (
        <Unknown byFile={verdict.is === "unknownFile"} />
      )}
      <p className="ct-small ct-muted mt-3">
        {t("checkedAt", { when: exactMoment(verdict.at, locale) })}
      </p>
    </>
  );
}

const LOOKS = {
  valid: { look: "is-valid", icon: "check" },
  replaced: { look: "is-replaced", icon: "refresh" },
  withdrawn: { look: "is-replaced", icon: "close-big" },
} as const;

function Found({ verdict }: { verdict: Extract<Verdict, { is: "found" }> }) {
  const t = useTranslations("documents");
  const { document, byFile } = verdict;
  return (
    <Result
      {...LOOKS[document.state]}
      title={t(`state.${document.state}.title`)}
      text={t(`state.${document.state}.text`)}
    >
      {byFile ? (
        <p>
          <Icon name="check" /> {t("compare.same")}
        </p>
      ) : null}
      <DocumentFacts document={document} />
      {document.state === "valid" ? (
        <p className="ct-small ct-muted mt-3 mb-0">{t("nothingPersonal")}</p>
      ) : (
        <Callout tone="amber">
          <strong>{t("todo")}</strong>{" "}
          {t.rich(`state.${document.state}.todo`, {
            area: (words) => <Link href={routes.myApplications()}>{words}</Link>,
          })}
        </Callout>
      )}
    </Result>
  );
}

function Unknown({ byFile }: { byFile: boolean }) {
  const t = useTranslations("documents");
  const tries = byFile
    ? (["otherFile", "original", "code"] as const)
    : (["copy", "scan", "file"] as const);
  return (
    <Result
      look="is-unknown"
      icon="close-big"
      title={t(byFile ? "unknownFile.title" : "unknownCode.title")}
      text={t(byFile ? "unknownFile.text" : "unknownCode.text")}
    >
      <h3>{t("tryThis")}</h3>
      <ul className="ct-ticks">
        {tries.map((one) => (
          <li key={one}>
            <Icon name="check" />
            <span>{t(`try.${one}`)}</span>
          </li>
        ))}
      </ul>
      <p className="mt-3 mb-0">{t("doubt")}</p>
    </Result>
  );
}

type ResultProps = {
  look: string;
  icon: IconName;
  title: string;
  text: string;
  children: ReactNode;
};

function Result({ look, icon, title, text, children }: ResultProps) {
  return (
    <section className={`ct-result ${look}`} aria-labelledby="esito">
      <div className="ct-result-head">
        <div className="mark" aria-hidden="true">
          <Icon name={icon} />
        </div>
        <div>
          <h2 id="esito">{title}</h2>
          <p>{text}</p>
        </div>
      </div>
      {children}
    </section>
  );
}
