import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { CallListChips } from "@/components/public/call-list-chips";
import { CallListFilters } from "@/components/public/call-list-filters";
import { CallListGroups } from "@/components/public/call-list-groups";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Feedback } from "@/components/ui/feedback";
import { requestContext } from "@/lib/auth/request-context";
import { readFilters, writeFilters } from "@/lib/calls/core/filter-address";
import { callList } from "@/lib/calls/queries/call-list";
import { routes } from "@/lib/routes";

export async function generateMetadata({ searchParams }: Props): Promise<Metadata> {
  const [t, locale] = await Promise.all([getTranslations("calls"), getLocale()]);
  const by = { ...readFilters(await searchParams), after: undefined, archive: false };
  return {
    title: t("list.title"),
    description: t("list.lead"),
    alternates: {
      types: { "application/atom+xml": routes.callFeed(writeFilters(by), locale) },
    },
  };
}

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export default async function CallsPage({ searchParams }: Props) {
  const by = readFilters(await searchParams);
  const [t, ctx] = await Promise.all([getTranslations("calls"), requestContext("public")]);
  const list = await callList(ctx, by);
  return (
    <>
      <div className="container">
        <Breadcrumb
          items={[{ label: t("home"), href: routes.home() }, { label: t("list.title") }]}
        />
        <div className="ct-pagehead">
          <h1>{t("list.title")}</h1>
          <p className="ct-lead mb-0">{t("list.lead")}</p>
        </div>
        <div className="ct-withside pb-5">
          <CallListFilters by={by} list={list} />
          <div>
            <p className="mb-3" role="status">
              {t.rich(list.many ? "list.many" : "list.count", {
                count: list.counts.total,
                b: (words) => <strong>{words}</strong>,
              })}
            </p>
            <div className="mb-4">
              <CallListChips by={by} list={list} />
            </div>
            <CallListGroups by={by} list={list} now={ctx.now} />
          </div>
        </div>
      </div>
      <Feedback page={routes.calls()} />
    </>
  );
}
