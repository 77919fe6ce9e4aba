import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { CallTrack, StaffHead, type TrackStop } from "@/components/layout/staff-page";
import { Link } from "@/components/ui/link";
import type { StaffCall } from "@/lib/review/queries/staff-calls";
import { routes } from "@/lib/routes";

export const CALL_STOPS = [
  "call",
  "applications",
  "review",
  "outcome",
  "letters",
  "workshops",
] as const;
export type CallStop = (typeof CALL_STOPS)[number];

type Props = {
  call: StaffCall;
  here: CallStop;
  title: ReactNode;
  text?: ReactNode;
  actions?: ReactNode;
};

/** Name of the call, its track and the title of the page: the top of each page of a call. */
export function CallHead({ call, here, title, text, actions }: Props) {
  const t = useTranslations("staff");
  return (
    <>
      <p className="st-crumb">
        <Link href={routes.staffCalls()}>{t("menu.calls")}</Link>
        <span aria-hidden="true">/</span>
        <strong>{call.title}</strong>
        {call.code && <span>{t("call.code", { code: call.code })}</span>}
      </p>
      <CallTrack
        stops={stopsOf(call).map(({ key, ...stop }) => ({
          ...stop,
          label: t(`track.${key}`),
          current: key === here,
        }))}
      />
      <StaffHead title={title} text={text} actions={actions} />
    </>
  );
}

function stopsOf(call: StaffCall): (Omit<TrackStop, "label"> & { key: CallStop })[] {
  const { counts, state } = call;
  const published = call.outcomeAt !== null;
  const closed = published || state === "underReview";
  const checked = counts.received > 0 && counts.toCheck + counts.toDecide === 0;
  const withCount = (count: number) => (state === "draft" ? {} : { count });
  return [
    { key: "call", href: routes.staffCall(call.id), done: state !== "draft" },
    {
      key: "applications",
      href: routes.staffApplications(call.id),
      done: closed,
      ...withCount(counts.received),
    },
    {
      key: "review",
      href: `${routes.staffApplications(call.id)}?stato=da-controllare`,
      done: closed && checked,
      ...withCount(counts.toCheck + counts.toDecide),
    },
    { key: "outcome", href: routes.staffOutcome(call.id), done: published },
    {
      key: "letters",
      href: routes.staffLetters(call.id),
      done: published && counts.letters > 0 && counts.lettersFailed === 0,
      ...(published && { count: counts.letters }),
    },
    { key: "workshops", href: routes.staffCallWorkshops(call.id) },
  ];
}
