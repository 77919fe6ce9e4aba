import { useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { routes } from "@/lib/routes";
import type { AdministeredBody } from "@/lib/territory/queries/administered-territory";
import { kindOfBody } from "@/lib/territory/schema";

/** Bodies with their register code, contacts and staff in numbers. */
export function BodiesTable({ bodies }: { bodies: AdministeredBody[] }) {
  const t = useTranslations("territory");
  return (
    <DataTable
      caption={t("body.caption")}
      captionHidden
      rows={bodies}
      rowKey={({ id }) => id}
      columns={[
        {
          key: "name",
          header: t("body.name"),
          cell: ({ id, name, kind }) => (
            <>
              <Link href={routes.staffBody(id)}>{name}</Link>
              <span className="sub">{t(`kinds.${kindOfBody(kind)}`)}</span>
            </>
          ),
        },
        { key: "code", header: t("body.code"), cell: ({ code }) => code },
        { key: "zone", header: t("body.zone"), cell: ({ zone }) => zone ?? "–" },
        {
          key: "contacts",
          header: t("body.contacts"),
          cell: ({ phone, email }) =>
            [phone, email].filter(Boolean).join(", ") || t("body.noContact"),
        },
        {
          key: "staff",
          header: t("body.staff"),
          number: true,
          cell: ({ staff, administrators }) => (
            <>
              {staff}
              {administrators === 0 && (
                <span className="d-block">
                  <Pill tone="warn">{t("body.noAdministrator")}</Pill>
                </span>
              )}
            </>
          ),
        },
      ]}
    />
  );
}
