import { useLocale, useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { DeadlinePanel } from "@/components/ui/deadline-panel";
import { deadlineSentence } from "@/lib/calls/core/deadline";
import type { CallPage } from "@/lib/calls/queries/call-page";
import { routes } from "@/lib/routes";
import { useCallWords } from "./call-words";

/** The panel beside the title: time left, the one sentence, the ways in. */
export function CallDeadline({ call, now }: { call: CallPage; now: Date }) {
  const t = useTranslations("calls");
  const locale = useLocale();
  const words = useCallWords(now);
  const ticking = call.closesAt !== null && call.mayApply.ok && call.status !== "closed";
  const over = !call.mayApply.ok && call.mayApply.reason !== "not_open_yet";
  return (
    <DeadlinePanel
      {...(ticking && call.closesAt
        ? { now: now.toISOString(), deadline: call.closesAt.toISOString() }
        : { heading: t(`status.${call.status}`) })}
      sentence={over ? words.when(call) : deadlineSentence(call.deadline, locale)}
      note={call.mayApply.ok ? t("page.effort") : undefined}
    >
      <CallWays call={call} />
    </DeadlinePanel>
  );
}

/**
 * The two ways in. When one cannot apply the button stays, does nothing and says why, with the rule
 * by which the command would refuse.
 */
export function CallWays({ call }: { call: CallPage }) {
  const t = useTranslations("calls");
  if (!call.mayApply.ok) {
    return (
      <>
        <Button refusal={t(`refusal.${call.mayApply.reason}`)}>{t("page.apply")}</Button>
        {call.status === "outcomePublished" && (
          <ButtonLink look="outline" href={routes.callOutcome(call.slug)}>
            {t("page.outcome")}
          </ButtonLink>
        )}
      </>
    );
  }
  // Opened again for some: the others find no way in, and the note above says why.
  const audiences = call.reopenedFor ?? call.audiences;
  const both = audiences.length > 1;
  const way = call.applyAt ?? routes.newApplication(call.slug);
  return (
    <>
      {audiences.includes("organisation") && (
        <ButtonLink href={both ? `${way}?come=organizzazione` : way}>
          {t("page.applyOrganisation")}
        </ButtonLink>
      )}
      {audiences.includes("citizen") && (
        <ButtonLink look={both ? "outline" : "primary"} href={both ? `${way}?come=persona` : way}>
          {t("page.applyPerson")}
        </ButtonLink>
      )}
    </>
  );
}
