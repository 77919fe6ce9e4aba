import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Callout } from "@/components/ui/callout";
import { routes } from "@/lib/routes";

/** The desk answers for the applicant only after it wrote down how the answer comes. */
export function AnswerAtDesk({ id, callId }: { id: string; callId: string }) {
  const t = useTranslations("desk");
  return (
    <Callout tone="cotto">
      <p>{t("answerFirst")}</p>
      <ButtonLink href={routes.staffDeskRequest(callId, id, "integrazione")} look="outline">
        {t("wish.integrazione")}
      </ButtonLink>
    </Callout>
  );
}
