import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Alert, Callout } from "@/components/ui/callout";
import { EmptyState } from "@/components/ui/empty-state";
import { Feedback } from "@/components/ui/feedback";
import { MoreLink } from "@/components/ui/more-link";
import { DraftBanner, SaveState } from "@/components/ui/save-state";
import { routes } from "@/lib/routes";

const TONES = ["info", "amber", "cotto", "error", "done"] as const;

export function SampleMessages() {
  const t = useTranslations("stile");
  return (
    <>
      {TONES.map((tone) => (
        <Callout key={tone} tone={tone}>
          <p>{t(`msg.${tone}`)}</p>
        </Callout>
      ))}
      <Alert tone="done">
        <p>{t("msg.done")}</p>
      </Alert>
      <SaveStates />
      <EmptyState title={t("msg.emptyTitle")} text={t("msg.emptyText")} level={3}>
        <ButtonLink href={routes.style()}>{t("msg.emptyAction")}</ButtonLink>
        <MoreLink href={routes.style()}>{t("act.all")}</MoreLink>
      </EmptyState>
      <Feedback page={routes.style()} />
    </>
  );
}

function SaveStates() {
  const t = useTranslations("stile");
  return (
    <div className="my-4">
      <DraftBanner
        strong={t("msg.draft")}
        state={
          <SaveState kind="errors" announce={t("msg.mend")}>
            {t("msg.mend")}
          </SaveState>
        }
      >
        {t("msg.draftText")}
      </DraftBanner>
      <SaveState kind="saving" announce="">
        {t("msg.saving")}
      </SaveState>
      <SaveState kind="saved" announce={t("msg.savedKind")}>
        {t("msg.saved")}
      </SaveState>
      <SaveState kind="offline" announce={t("msg.offlineKind")}>
        {t("msg.offline")}
      </SaveState>
    </div>
  );
}
