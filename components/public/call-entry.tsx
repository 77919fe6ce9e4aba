import { useTranslations } from "next-intl";
import { CallCard, CallRow, CallSlim } from "@/components/ui/call-card";
import { Marked } from "@/components/ui/marked";
import type { FoundCall } from "@/lib/calls/queries/found-calls";
import type { CallInList } from "@/lib/calls/queries/public-calls";
import { routes } from "@/lib/routes";
import { useCallFacts, useCallWords, useTextLanguage } from "./call-words";

type Props = { call: CallInList; now: Date };

const place = (call: CallInList) => call.zone?.name ?? call.body;

/** A call that can be answered now. */
export function CallEntryCard({ call, now }: Props) {
  const t = useTranslations("calls");
  const words = useCallWords(now);
  const facts = useCallFacts(now);
  return (
    <CallCard
      href={routes.call(call.slug)}
      title={call.title}
      zone={place(call)}
      state={words.state(call)}
      timeLeft={words.left(call)}
      facts={facts({ ...call, extendedFrom: undefined }, true)}
      go={t("read")}
    />
  );
}

/** A call in the list, with the words that a search has found. */
export function CallEntryRow({ call, now }: { call: CallInList & Pick<Partial<FoundCall>, "marked">; now: Date }) {
  const lang = useTextLanguage();
  const { title = [], excerpt = [] } = call.marked ?? {};
  const words = useCallWords(now);
  const facts = useCallFacts(now);
  return (
    <CallRow
      href={routes.call(call.slug)}
      title={<span lang={lang}>{call.marked ? <Marked parts={title} /> : call.title}</span>}
      excerpt={
        excerpt.length > 0 && (
          <span lang={lang}>
            <Marked parts={excerpt} />
          </span>
        )
      }
      zone={place(call)}
      state={words.state(call)}
      timeLeft={words.leftShort(call)}
      when={words.when(call)}
      facts={facts(call, false)}
    />
  );
}

/** A call that opens later or never ends. */
export function CallEntrySlim({ call, now }: Props) {
  const words = useCallWords(now);
  return (
    <CallSlim
      href={routes.call(call.slug)}
      title={call.title}
      zone={place(call)}
      state={words.state(call)}
      text={words.when(call)}
    />
  );
}
