import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import { ClientMessages } from "@/components/layout/client-messages";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Button } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import { addressIn } from "@/lib/i18n/addresses";
import type { Locale } from "@/lib/i18n/routing";
import { routes } from "@/lib/routes";
import { CompareFile } from "./compare-file";
import type { Verdict } from "./find-verdict";
import { VerdictPanel } from "./verdict-panel";

type Props = {
  typed: string;
  verdict?: Verdict;
  /** Sent without a code, or without a file. */
  noCode?: boolean;
  noFile?: boolean;
};

/** The form, the answer, and the comparison of a file. All of it works without scripts. */
export function VerifyPage({ typed, verdict, noCode, noFile }: Props) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  return (
    <div className="container">
      <Breadcrumb
        items={[{ label: t("home"), href: routes.home() }, { label: t("verify.title") }]}
      />
      <div className="pt-4 pb-4">
        <h1>{t("verify.title")}</h1>
        <p className="ct-lead mb-0">{t("verify.lead")}</p>
      </div>
      <div className="ct-withside-r pb-5">
        <div>
          <form
            className="ct-inline-form mb-4"
            action={addressIn(locale, routes.verify())}
            method="get"
          >
            <TextInput
              label={t("verify.code")}
              name="codice"
              defaultValue={typed}
              className="ct-code"
              autoComplete="off"
              autoCapitalize="characters"
              spellCheck={false}
              error={noCode ? t("verify.noCode") : undefined}
            />
            <Button type="submit" look={verdict?.is === "found" ? "outline" : "primary"}>
              {t(verdict?.is === "found" ? "verify.another" : "verify.submit")}
            </Button>
          </form>
          <div role="status">{verdict ? <VerdictPanel verdict={verdict} /> : null}</div>
        </div>
        <aside aria-label={t("compare.label")}>
          <Panel title={t("compare.title")}>
            <p>{t("compare.text")}</p>
            <ClientMessages namespaces={["documents"]}>
              <CompareFile
                missing={noFile === true}
                compare={routes.compareFile()}
                verify={routes.verify()}
              />
            </ClientMessages>
          </Panel>
          <Panel title={t("where.title")} tint className="mt-4">
            <p className="mb-0">{t("where.text")}</p>
          </Panel>
        </aside>
      </div>
    </div>
  );
}
