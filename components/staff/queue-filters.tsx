import { useTranslations } from "next-intl";
import { FilterChips } from "@/components/ui/filters";
import { SavedViews } from "@/components/ui/segmented";
import {
  QUEUE_ORDERS,
  QUEUE_TRACKS,
  type QueueRequest,
  type QueueTrack,
  type QueueView,
} from "@/lib/review/core/queue-views";
import { FilterForm } from "./filter-form";

type Props = {
  address: string;
  request: QueueRequest;
  views: { view: QueueView; count: number }[];
  /** The address of the same list with a change. */
  go: (change: Partial<QueueRequest>) => string;
};

/** Views with counts, what is filtered now, and the form that filters and orders. */
export function QueueFilters({ address, request, views, go }: Props) {
  const t = useTranslations("staff");
  const { view, track, text, order } = request;
  const chips = [
    ...(track ? [{ label: t(`queueTracks.${track}`), href: go({ track: undefined }) }] : []),
    ...(text ? [{ label: t("queue.search", { text }), href: go({ text: "" }) }] : []),
  ];
  return (
    <>
      <SavedViews
        label={t("queue.views")}
        views={views.map((one) => ({
          label: t(`queueViews.${one.view}`),
          href: go({ view: one.view }),
          count: one.count,
          current: one.view === view,
        }))}
      />
      <FilterForm
        address={address}
        view={view === "tutte" ? undefined : view}
        find={t("queue.find")}
        text={text}
        submit={t("queue.apply")}
      >
        <label className="visually-hidden" htmlFor="chi">
          {t("queue.who")}
        </label>
        <select className="form-select ord" id="chi" name="chi" defaultValue={track ?? ""}>
          <option value="">{t("queue.everybody")}</option>
          {(Object.keys(QUEUE_TRACKS) as QueueTrack[]).map((one) => (
            <option key={one} value={one}>
              {t(`queueTracks.${one}`)}
            </option>
          ))}
        </select>
        <div className="row-flex">
          <label className="soft" htmlFor="ordine">
            {t("queue.order")}
          </label>
          <select className="form-select ord" id="ordine" name="ordine" defaultValue={order}>
            {QUEUE_ORDERS.map((one) => (
              <option key={one} value={one}>
                {t(`queueOrders.${one}`)}
              </option>
            ))}
          </select>
        </div>
      </FilterForm>
      {chips.length > 0 && <FilterChips chips={chips} clear={go({ track: undefined, text: "" })} />}
    </>
  );
}
