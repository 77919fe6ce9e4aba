import { useTranslations } from "next-intl";
import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import { CALL_GROUPS } from "@/lib/calls/core/call-status";
import { type AddressedFilters, writeFilters } from "@/lib/calls/core/filter-address";
import type { CallList } from "@/lib/calls/queries/call-list";
import type { CallInList } from "@/lib/calls/queries/public-calls";
import { routes } from "@/lib/routes";
import { CallEntryRow } from "./call-entry";

type Props = { by: AddressedFilters; list: CallList; now: Date };

/** Open, opening soon, closed; or why there is nothing. */
export function CallListGroups({ by, list, now }: Props) {
  const t = useTranslations("calls");
  if (by.archive) return <Archive by={by} list={list} now={now} />;
  if (list.total === 0) return <Nothing by={by} list={list} />;
  return (
    <>
      {CALL_GROUPS.filter((group) => list.groups[group].length > 0).map((group) => (
        <Fragment key={group}>
          <h2 className="ct-group">
            {t(`group.${group}`)} <span>({list.groups[group].length})</span>
          </h2>
          <Rows calls={list.groups[group]} now={now} />
        </Fragment>
      ))}
      <p className="mt-5">
        <Link href={routes.calls() + writeFilters({ ...by, states: [], archive: true, page: 1 })}>
          {t("list.archive")}
        </Link>
      </p>
    </>
  );
}

function Rows({ calls, now }: { calls: CallInList[]; now: Date }) {
  return (
    <ul className="ct-rows">
      {calls.map((call) => (
        <li key={call.id}>
          <CallEntryRow call={call} now={now} />
        </li>
      ))}
    </ul>
  );
}

function Archive({ by, list, now }: Props) {
  const t = useTranslations("calls");
  const archive = list.archive ?? { calls: [], more: false };
  const page = (number: number) => routes.calls() + writeFilters({ ...by, page: number });
  if (archive.calls.length === 0) return <Nothing by={by} list={list} />;
  return (
    <>
      <h2 className="ct-group">{t("list.archiveTitle")}</h2>
      <Rows calls={archive.calls} now={now} />
      {(archive.more || by.page > 1) && (
        <Pagination
          label={t("list.pages")}
          range={t("list.page", { page: by.page })}
          previous={by.page > 1 ? page(by.page - 1) : undefined}
          next={archive.more ? page(by.page + 1) : undefined}
        />
      )}
    </>
  );
}

function Nothing({ by, list }: Omit<Props, "now">) {
  const t = useTranslations("calls");
  const unknown = by.municipality !== "" && !list.municipality;
  return (
    <EmptyState
      title={unknown ? t("list.unknownTown", { name: by.municipality }) : t("list.none")}
      text={unknown ? t("list.unknownTownText") : t("list.noneText")}
    >
      <ButtonLink href={routes.calls()}>{t("list.seeAll")}</ButtonLink>
    </EmptyState>
  );
}
