import { useTranslations } from "next-intl";
import { Button, ButtonLink } from "@/components/ui/button";
import { BottomBar } from "@/components/ui/steps";
import { addressIn } from "@/lib/i18n/addresses";
import { routes } from "@/lib/routes";

type Props = {
  applicationId: string;
  locale: "it" | "en";
  hidden: { key: string; content: string; token: string };
};

/** The sending of an answer to the office: a plain form, after both versions were seen. */
export function IntegrationSend({ applicationId, locale, hidden }: Props) {
  const t = useTranslations("integration");
  return (
    <form
      id="invio"
      method="post"
      action={addressIn(locale, routes.applicationIntegrationSend(applicationId))}
    >
      {Object.entries(hidden).map(([name, value]) => (
        <input key={name} type="hidden" name={`_${name}`} value={value} />
      ))}
      <input type="hidden" name="_locale" value={locale} />
      <p className="ct-measure">{t("afterSending")}</p>
      <BottomBar
        back={
          <ButtonLink look="link" href={routes.applicationIntegration(applicationId)}>
            {t("back")}
          </ButtonLink>
        }
      >
        <Button icon="send">{t("send")}</Button>
      </BottomBar>
    </form>
  );
}
