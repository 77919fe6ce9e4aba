import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { Section } from "@/components/ui/panel";
import { ShortWords } from "@/components/ui/short-words";
import { BottomBar, StepNow, Steps } from "@/components/ui/steps";
import { routes } from "@/lib/routes";

export function SampleApplication() {
  const t = useTranslations("stile");
  return (
    <Section title={t("sections.application")}>
      <StepNow current={2} total={4} />
      <Steps
        label={t("form.steps")}
        steps={[
          { label: t("form.step1"), state: "done", href: routes.style() },
          { label: t("form.step2"), state: "now" },
          { label: t("form.step3"), state: "next" },
          { label: t("form.step4"), state: "next" },
        ]}
      />
      <BottomBar
        back={
          <ButtonLink href={routes.style()} look="link" icon="arrow-left">
            {t("form.back")}
          </ButtonLink>
        }
      >
        <Button type="button" look="outline">
          <ShortWords long={t("form.saveRequest")} short={t("form.saveShort")} />
        </Button>
        <Button type="button">{t("form.next")}</Button>
      </BottomBar>
    </Section>
  );
}
