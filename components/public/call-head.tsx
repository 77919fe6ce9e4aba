import { useLocale, useTranslations } from "next-intl";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Facts } from "@/components/ui/description-list";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { Tag } from "@/components/ui/pill";
import { StateLabel } from "@/components/ui/state-label";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";
import { CallDeadline } from "./call-ways";
import { useCallWords, useTextLanguage } from "./call-words";

/** For whom, what, when and the ways in: the first screen of a call. */
export function CallHead({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("calls");
  const words = useCallWords(now);
  const lang = useTextLanguage();
  const state = words.state(call);
  return (
    <div className="ct-tint border-bottom">
      <div className="container">
        <Breadcrumb
          items={[
            { label: t("home"), href: routes.home() },
            { label: t("list.title"), href: routes.calls() },
            { label: call.title },
          ]}
        />
        <div className="ct-withside-r py-4 pb-5">
          <div>
            <div className="ct-tags mb-3">
              <StateLabel kind={state.kind}>{state.word}</StateLabel>
              <Tag>{t(`regime.${call.regime}`)}</Tag>
            </div>
            <h1 lang={lang}>{call.title}</h1>
            <p className="ct-lead" lang={lang}>
              {call.summary}
            </p>
            <p className="ct-flex m-0">
              <Icon name="pa" />
              <span>
                {call.body.name}
                {call.zone && (
                  <>
                    <br />
                    <Link href={routes.zone(call.zone.slug)}>
                      {t("page.toZone", {
                        count: call.zone.municipalities,
                        phase: call.phase ?? 0,
                      })}
                    </Link>
                  </>
                )}
              </span>
            </p>
            <HeadFacts call={call} now={now} />
          </div>
          <CallDeadline call={call} now={now} />
        </div>
      </div>
    </div>
  );
}

function HeadFacts({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const words = useCallWords(now);
  const { meetings } = call.content;
  const [first] = meetings;
  return (
    <Facts
      small
      items={[
        { term: t("page.forWhom"), value: words.audience(call) },
        ...(first
          ? [
              { term: t("page.what"), value: words.meetings(call, meetings) },
              {
                term: t("page.start"),
                value: `${capital(longDate(first.on, locale))}. ${first.where}`,
              },
            ]
          : []),
        ...(first || call.places === null
          ? []
          : [{ term: t("page.places"), value: String(call.places) }]),
      ]}
    />
  );
}

export const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
