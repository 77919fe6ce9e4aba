import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { DocumentChanges } from "@/components/public/document-changes";
import { ButtonLink } from "@/components/ui/button";
import { Panel } from "@/components/ui/panel";
import type { StaffActs } from "@/lib/calls/queries/staff-acts";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = { page: StaffActs; drop: FormAction };

/**
 * The documents of a rectification: added, replaced and removed on their own page, and published with
 * the act or left as they are.
 */
export function RectifiedDocuments({ page, drop }: Props) {
  const t = useTranslations("acts");
  const { call, documents, may } = page;
  if (!may.rectification.ok) return null;
  return (
    <div id="documents" className="mt-m" tabIndex={-1}>
      <Panel title={t("documents.title")}>
        <p>{t(documents ? "documents.begun" : "documents.text")}</p>
        {documents && (
          <div className="mt-3">
            <DocumentChanges
              before={documents.before}
              after={documents.after}
              address={(hash, extension) => routes.staffDocument(call.id, hash, extension)}
            />
          </div>
        )}
        <div className="row-flex mt-m">
          <ButtonLink href={routes.staffDocuments(call.id)} look="outline">
            {t(documents ? "documents.goOn" : "documents.open")}
          </ButtonLink>
          {documents && (
            <ActionForm action={drop} hidden={{ callId: call.id }}>
              <SubmitButton look="link" pending={t("dropping")}>
                {t("documents.drop")}
              </SubmitButton>
            </ActionForm>
          )}
        </div>
      </Panel>
    </div>
  );
}
