import { useTranslations } from "next-intl";
import { CheckboxField } from "@/components/forms/choices";
import { SubmitButton } from "@/components/forms/submit-button";
import { Link } from "@/components/ui/link";
import type { LeftBehind } from "@/lib/review/queries/left-behind";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = { callId: string; left: LeftBehind; begin: FormAction };

/** What would be left behind by a review that begins now, and the way to begin all the same. */
export function ReviewStart({ callId, left, begin }: Props) {
  const t = useTranslations("staff");
  const { drafts, contests } = left;
  return (
    <section id="istruttoria" className="note note-warn mt-m" aria-labelledby="istruttoria-titolo">
      <h2 id="istruttoria-titolo" className="h3">
        {t("reviewStart.title")}
      </h2>
      <ul>
        {drafts > 0 && (
          <li>
            {t("reviewStart.drafts", { count: drafts })}{" "}
            <Link href={`${routes.staffDesk(callId)}?stato=da-finire`}>
              {t("reviewStart.toDrafts")}
            </Link>
          </li>
        )}
        {contests > 0 && (
          <li>
            {t("reviewStart.contests", { count: contests })}{" "}
            <Link href={routes.staffApplications(callId)}>{t("reviewStart.toContests")}</Link>
          </li>
        )}
      </ul>
      <p>{t("reviewStart.text")}</p>
      <ActionForm
        action={begin}
        hidden={{ callId, accepted: drafts + contests }}
        labels={{ sure: t("reviewStart.sure") }}
      >
        <CheckboxField name="sure" label={t("reviewStart.sure")} />
        <SubmitButton look="outline" pending={t("callPage.starting")}>
          {t("reviewStart.begin")}
        </SubmitButton>
      </ActionForm>
    </section>
  );
}
