import { useLocale, useTranslations } from "next-intl";
import { Fragment } from "react";
import { ButtonLink } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { Link } from "@/components/ui/link";
import { Pagination } from "@/components/ui/pagination";
import type { ListGroup } from "@/lib/calls/core/call-filters";
import { type AddressedFilters, writeFilters } from "@/lib/calls/core/filter-address";
import type { CallList } from "@/lib/calls/queries/call-list";
import { routes } from "@/lib/routes";
import { writeWishes } from "@/lib/subscriptions/core/wish-address";
import { CallEntryRow } from "./call-entry";

type Props = { by: AddressedFilters; list: CallList; now: Date };

const GROUPS: readonly ListGroup[] = ["open", "upcoming", "closed", "archive"];

/** Open, opening soon, closed, or the archive; or why there is nothing. */
export function CallListGroups({ by, list, now }: Props) {
  const t = useTranslations("calls");
  if (list.calls.length === 0) return <Nothing by={by} list={list} />;
  const groups = GROUPS.map((group) => ({
    group,
    calls: list.calls.filter((call) => call.group === group),
  }));
  return (
    <>
      {groups
        .filter(({ calls }) => calls.length > 0)
        .map(({ group, calls }) => (
          <Fragment key={group}>
            <h2 className="ct-group">
              {t(`group.${group}`)}
              {!list.many && <span> ({list.counts.groups.get(group) ?? calls.length})</span>}
            </h2>
            <ul className="ct-rows">
              {calls.map((call) => (
                <li key={call.id}>
                  <CallEntryRow call={call} now={now} />
                </li>
              ))}
            </ul>
          </Fragment>
        ))}
      <Pages by={by} list={list} />
      <p className="mt-5">
        <SubscribeLink by={by} list={list} />
      </p>
      <Followed by={by} />
      {!by.archive && (
        <p className="mt-3">
          <Link
            href={
              routes.calls() +
              writeFilters({ ...by, states: [], archive: true, after: undefined })
            }
          >
            {t("list.archive")}
          </Link>
        </p>
      )}
    </>
  );
}

/** Onward by what the last row is sorted by; backward is the beginning. */
function Pages({ by, list }: Omit<Props, "now">) {
  const t = useTranslations("calls");
  if (!list.next && !by.after) return null;
  const at = (after: AddressedFilters["after"]) =>
    routes.calls() + writeFilters({ ...by, after });
  return (
    <div className="mt-4">
      <Pagination
        label={t("list.pages")}
        range={
          <>
            {!list.many &&
              t("list.shown", { count: list.calls.length, total: list.counts.total })}{" "}
            {by.after && <Link href={at(undefined)}>{t("list.fromStart")}</Link>}
          </>
        }
        next={list.next && at(list.next)}
      />
    </div>
  );
}

/** The same filters for feed readers and calendars. */
function Followed({ by }: Pick<Props, "by">) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const query = writeFilters({ ...by, after: undefined, archive: false });
  return (
    <>
      <p className="mt-3">
        <a href={routes.callFeed(query, locale)}>{t("share.feed")}</a>
      </p>
      <p className="mt-3">
        <a href={routes.callCalendar(query, locale)}>{t("share.allDeadlines")}</a>
      </p>
    </>
  );
}

/** The way to be told of such calls, with the filters at work. */
function SubscribeLink({ by, list }: Omit<Props, "now">) {
  const t = useTranslations("subscriptions");
  const zone = list.municipality?.zone ?? by.zone;
  const { themes, audiences } = by;
  return (
    <Link
      href={routes.subscribe() + writeWishes({ zones: zone ? [zone] : [], themes, audiences })}
    >
      {t("offer")}
    </Link>
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
      {!unknown && <SubscribeLink by={by} list={list} />}
    </EmptyState>
  );
}
