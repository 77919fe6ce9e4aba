import { useLocale, useTranslations } from "next-intl";
import { DataTable } from "@/components/ui/data-table";
import { Link } from "@/components/ui/link";
import { Pill } from "@/components/ui/pill";
import { staffMoment } from "@/lib/kernel/rome-words";
import type { AdministeredBody, StaffView } from "@/lib/people/queries/accounts";
import { routes } from "@/lib/routes";

/** Who works for a body: roles, and whether they can sign in. */
export function PeopleTable({ body, now }: { body: AdministeredBody; now: Date }) {
  const t = useTranslations("people");
  return (
    <DataTable
      caption={body.name}
      columns={[
        {
          key: "name",
          header: t("name"),
          rowHeader: true,
          cell: ({ personId, displayName, email }) => (
            <>
              <Link href={routes.staffPersonOf(body.id, personId)}>{displayName || email}</Link>
              {displayName && email && <span className="d-block small soft">{email}</span>}
            </>
          ),
        },
        {
          key: "roles",
          header: t("roles"),
          cell: ({ roles }) => roles.map((role) => t(`role.${role}`)).join(", "),
        },
        { key: "access", header: t("access"), cell: (row) => <Access person={row} now={now} /> },
      ]}
      rows={body.staff}
      rowKey={({ personId }) => personId}
    />
  );
}

function Access({ person, now }: { person: StaffView; now: Date }) {
  const t = useTranslations("people");
  const locale = useLocale();
  if (person.active) return <Pill tone="on">{t("active")}</Pill>;
  if (!person.invitedUntil || person.invitedUntil <= now) {
    return <Pill tone="warn">{t("lapsed")}</Pill>;
  }
  return (
    <>
      <Pill>{t("invited")}</Pill>
      <span className="d-block small soft">
        {t("until", { moment: staffMoment(person.invitedUntil, locale) })}
      </span>
    </>
  );
}
