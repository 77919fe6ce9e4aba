import { useLocale, useTranslations } from "next-intl";
import { Select } from "@/components/forms/select";
import { Button } from "@/components/ui/button";
import { FormChanges } from "@/components/ui/form-changes";
import { compareDefinitions, isSameForm } from "@/lib/calls/core/compare-definitions";
import { changesBetween } from "@/lib/calls/core/version-texts";
import type { CallVersions, CallVersionView } from "@/lib/calls/queries/call-versions";
import { addressIn } from "@/lib/i18n/addresses";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { ActText } from "./call-acts";
import { actKind } from "./call-timeline";
import { VersionChanges } from "./version-changes";

type Props = { found: CallVersions; from: number; to: number };

/** Two versions of a call compared; those that are not asked for are the last two. */
export function VersionComparison({ found, from, to }: Props) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const { versions, slug } = found;
  const after = versions.find((one) => one.version === to) ?? versions.at(-1);
  const before =
    versions.find((one) => one.version === from) ??
    versions.findLast((one) => after !== undefined && one.version < after.version) ??
    after;
  if (!after || !before) return null;
  const options = versions.map((one) => ({ value: String(one.version), label: name(one) }));
  function name({ version, act, publishedAt }: CallVersionView) {
    const kind = act ? t(`act.${actKind(act.kind)}`) : t("page.publication");
    return t("versions.one", { version, kind, moment: dateAndHour(publishedAt, locale) });
  }
  return (
    <>
      <search>
        <form action={addressIn(locale, routes.callVersions(slug))} method="get">
          <Select name="da" label={t("versions.from")} options={options} defaultValue={String(before.version)} />
          <Select name="a" label={t("versions.to")} options={options} defaultValue={String(after.version)} />
          <Button look="outline">{t("versions.compare")}</Button>
        </form>
      </search>
      <Changes before={before} after={after} slug={slug} />
    </>
  );
}

type ChangesProps = { before: CallVersionView; after: CallVersionView; slug: string };

function Changes({ before, after, slug }: ChangesProps) {
  const t = useTranslations("calls");
  const changes = changesBetween(before, after);
  const form = isSameForm(before.form, after.form)
    ? undefined
    : compareDefinitions(before.form, after.form);
  return (
    <>
      <h2 className="mt-5">{t("versions.changes", { before: before.version, after: after.version })}</h2>
      {after.act && before.version === after.version - 1 && (
        <article className="ct-act mb-4">
          <ActText act={after.act} slug={slug} />
        </article>
      )}
      {(changes.length > 0 || !form) && <p>{t("versions.count", { count: changes.length })}</p>}
      <VersionChanges
        changes={changes}
        precise={{ before: before.precise, after: after.precise }}
        documentAddress={(hash, extension) => routes.callDocument(slug, hash, extension)}
        level={3}
      />
      {form && (
        <section className="ct-change">
          <h3 className="ct-h3">{t("field.form")}</h3>
          <FormChanges changes={form} level={4} />
        </section>
      )}
    </>
  );
}
