import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DraftPage } from "@/lib/applications/queries/draft-page";
import { rulesOf } from "@/lib/calls/core/regimes";

/** Somebody else sent with the same fiscal code: what to do, and whom to ask. */
export function CodeInUse({ draft }: { draft: DraftPage }) {
  const t = useTranslations("applications");
  const { call, body } = draft;
  const { phone } = call.content.contacts;
  const email = call.content.contacts.email || (body.email ?? "");
  const links = {
    tel: (text: ReactNode) => <a href={`tel:${phone.replace(/\s/g, "")}`}>{text}</a>,
    mail: (text: ReactNode) => <a href={`mailto:${email}`}>{text}</a>,
  };
  return (
    <ul className="mt-2 mb-0">
      <li>{t("codeInUse.check")}</li>
      <li>{t("codeInUse.known")}</li>
      <li>{t.rich("codeInUse.unknown", { ...links, phone, email })}</li>
      {body.pec && rulesOf(call).channels.includes("pec") && (
        <li>{t("codeInUse.pec", { pec: body.pec })}</li>
      )}
    </ul>
  );
}
