import { useTranslations } from "next-intl";
import { type Column, DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { addDays } from "@/lib/kernel/local-date";
import { numericDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import type { AdministeredZone } from "@/lib/territory/queries/administered-territory";

type Props = { zones: AdministeredZone[]; ended?: boolean };

/** Zones with their days, how many municipalities they have, and what came after them. */
export function ZonesTable({ zones, ended = false }: Props) {
  const t = useTranslations("territory");
  const until: Column<AdministeredZone>[] = [
    {
      key: "until",
      header: t("zone.until"),
      cell: ({ validTo }) => validTo && numericDate(addDays(validTo, -1)),
    },
    {
      key: "after",
      header: t("zone.after"),
      cell: ({ successors }) => successors.join(", ") || t("zone.nothing"),
    },
  ];
  const bodies: Column<AdministeredZone> = {
    key: "bodies",
    header: t("zone.bodies"),
    cell: ({ bodies: own }) => (
      <ul className="list-unstyled mb-0">
        {own.map(({ id, name }) => (
          <li key={id}>
            <Link href={routes.staffBody(id)}>{name}</Link>
          </li>
        ))}
      </ul>
    ),
  };
  return (
    <DataTable
      caption={ended ? t("zone.ended") : t("zone.caption")}
      rows={zones}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("zone.name"),
          cell: ({ slug, name, authority }) => (
            <>
              <Link href={routes.zone(slug)}>{name}</Link>
              <span className="sub">{authority}</span>
            </>
          ),
        },
        {
          key: "since",
          header: t("zone.since"),
          cell: ({ validFrom }) => numericDate(validFrom),
        },
        ...(ended ? until : []),
        {
          key: "towns",
          header: t("zone.towns"),
          number: true,
          cell: ({ municipalities }) => municipalities.length,
        },
        ...(ended ? [] : [bodies]),
      ]}
    />
  );
}
