import { useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { DescriptionList, Facts, SummaryBlock } from "@/components/ui/description-list";
import { DocumentList, DocumentRow } from "@/components/ui/document-row";
import { FilterChips, FilterGroup, FilterPanel } from "@/components/ui/filters";
import { Pagination } from "@/components/ui/pagination";
import { routes } from "@/lib/routes";

export function SampleLists() {
  const t = useTranslations("stile");
  const items = [
    { term: t("list.body"), value: t("list.bodyName") },
    { term: t("list.office"), value: t("list.officeName") },
  ];
  return (
    <>
      <Breadcrumb
        items={[{ label: t("list.crumb"), href: routes.style() }, { label: t("title") }]}
      />
      <div className="ct-withside mt-4">
        <Filters />
        <div>
          <Facts items={items} />
          <DescriptionList items={items} />
          <div className="mt-4">
            <SummaryBlock
              title={t("list.summary")}
              editHref={routes.style()}
              editLabel={t("list.edit")}
            >
              <DescriptionList items={items} />
            </SummaryBlock>
          </div>
          <DocumentList>
            <DocumentRow
              href={routes.style()}
              title={t("list.document")}
              meta={t("list.documentMeta")}
            />
          </DocumentList>
          <Pagination label={t("list.pages")} range={t("list.range")} next={routes.style()} />
        </div>
      </div>
    </>
  );
}

function Filters() {
  const t = useTranslations("stile");
  return (
    <div>
      <FilterPanel title={t("list.filters")} action={routes.style()} submit={t("list.show")}>
        <FilterGroup
          legend={t("list.theme")}
          name="tema"
          options={[
            { value: "accesso", label: t("list.access"), count: 3, checked: true },
            { value: "disabilita", label: t("list.disability"), count: 1 },
          ]}
        />
      </FilterPanel>
      <div className="mt-3">
        <FilterChips
          chips={[{ label: t("list.access"), href: routes.style() }]}
          clear={routes.style()}
        />
      </div>
    </div>
  );
}
