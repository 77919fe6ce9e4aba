import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button, ButtonLink } from "@/components/ui/button";
import { Dialog } from "@/components/ui/dialog";
import { ICONS, Icon } from "@/components/ui/icon";
import { MoreLink } from "@/components/ui/more-link";
import { Tag } from "@/components/ui/pill";
import { StateDot, StateLabel } from "@/components/ui/state-label";
import { routes } from "@/lib/routes";

const KINDS = ["open", "today", "soon", "closed", "done", "draft", "todo", "ok", "bad"] as const;

export function SampleWords() {
  const t = useTranslations("stile");
  return (
    <>
      <p className="ct-tags">
        {KINDS.map((kind) => (
          <StateLabel key={kind} kind={kind}>
            {t(`states.${kind}`)}
          </StateLabel>
        ))}
        <Tag>{t("tag")}</Tag>
      </p>
      <p className="ct-asl d-block">
        <StateDot kind="open">{t("states.open")}</StateDot>{" "}
        <StateDot kind="today">{t("states.today")}</StateDot>
      </p>
      <p className="ct-tags">
        {ICONS.map((name) => (
          <Icon key={name} name={name} />
        ))}
      </p>
    </>
  );
}

export function SampleActions() {
  const t = useTranslations("stile");
  return (
    <>
      <div className="ct-actions mb-4">
        <Button type="button">{t("act.primary")}</Button>
        <Button type="button" look="outline">
          {t("act.outline")}
        </Button>
        <Button type="button" look="link">
          {t("act.link")}
        </Button>
        <Button type="button" look="danger">
          {t("act.danger")}
        </Button>
        <ButtonLink href={routes.style()} look="outline" small icon="download">
          {t("act.small")}
        </ButtonLink>
      </div>
      <div className="ct-actions">
        <Button refusal={t("act.reason")}>{t("act.refused")}</Button>
        <Dialog title={t("act.dialogTitle")} trigger={t("act.dialog")} fallback={routes.style()}>
          <p>{t("act.dialogText")}</p>
          <form method="get">
            <SubmitButton pending={t("act.sending")}>{t("act.confirm")}</SubmitButton>
          </form>
        </Dialog>
        <MoreLink href={routes.style()}>{t("act.all")}</MoreLink>
      </div>
    </>
  );
}
