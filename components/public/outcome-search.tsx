import { useLocale, useTranslations } from "next-intl";
import { TextInput } from "@/components/forms/text-input";
import { Button } from "@/components/ui/button";
import { Alert } from "@/components/ui/callout";
import { DataTable } from "@/components/ui/data-table";
import { addressIn } from "@/lib/i18n/addresses";
import type { PublicOutcome } from "@/lib/review/queries/outcome-by-code";
import { routes } from "@/lib/routes";

type Props = { outcome: PublicOutcome; wanted: string };

/** Finds one's own code, and lists all of them with their results. */
export function OutcomeSearch({ outcome, wanted }: Props) {
  const t = useTranslations("review");
  const locale = useLocale();
  const plain = (code: string) => code.toUpperCase().replace(/\s/g, "");
  const own = wanted ? outcome.entries.find(({ code }) => plain(code) === plain(wanted)) : undefined;
  return (
    <>
      <search>
        <form action={addressIn(locale, routes.callOutcome(outcome.slug))} method="get">
          <TextInput
            name="codice"
            label={t("public.yourCode")}
            hint={t("public.yourCodeHint")}
            defaultValue={wanted}
            width="m"
          />
          <Button look="outline" icon="search">
            {t("public.find")}
          </Button>
        </form>
      </search>
      {wanted && (
        <Alert tone={own ? "done" : "amber"}>
          <p>
            {own
              ? t("public.found", { code: own.code, result: t(`results.${own.result}`) })
              : t("public.notFound", { code: wanted })}
          </p>
        </Alert>
      )}
      <h2>{t("public.all", { count: outcome.entries.length })}</h2>
      <DataTable
        caption={t("public.caption")}
        captionHidden
        columns={[
          {
            key: "code",
            header: t("public.code"),
            cell: ({ code }) => <span className="num">{code}</span>,
          },
          {
            key: "result",
            header: t("public.result"),
            cell: ({ result }) => t(`results.${result}`),
          },
          ...(outcome.named
            ? [
                {
                  key: "name",
                  header: t("public.name"),
                  cell: ({ name }: PublicOutcome["entries"][number]) => name ?? "–",
                },
              ]
            : []),
        ]}
        rows={outcome.entries}
        rowKey={({ code }) => code}
      />
    </>
  );
}
