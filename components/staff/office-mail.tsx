import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { ActionForm, type FormAction } from "./action-form";

/** Whether the reader is written to about messages that wait, and the switch for it. */
export function OfficeMail({ wanted, choose }: { wanted: boolean; choose: FormAction }) {
  const t = useTranslations("thread");
  return (
    <section className="mt-l stack-s" aria-labelledby="posta">
      <h2 id="posta" className="h3">
        {t("mail.title")}
      </h2>
      <p>{t(wanted ? "mail.on" : "mail.off")}</p>
      <ActionForm action={choose} hidden={{ wanted: wanted ? "no" : "si" }}>
        <SubmitButton look="outline" small pending={t("settling")}>
          {t(wanted ? "mail.switchOff" : "mail.switchOn")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
