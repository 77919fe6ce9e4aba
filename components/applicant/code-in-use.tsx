import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { DraftPage } from "@/lib/applications/queries/draft-page";
import { rulesOf } from "@/lib/calls/core/regimes";
import { exactMoment, type Locale, receiptMoment } from "@/lib/kernel/rome-words";

type Props = {
  draft: Pick<DraftPage, "call" | "body" | "atDesk">;
  locale: Locale;
  /** When it was refused for that, where the call takes nothing any more. */
  refusedAt?: Date | undefined;
};

/** Somebody else sent with the same fiscal code: what to do, by when, and whom to ask. */
export function CodeInUse({ draft, locale, refusedAt }: Props) {
  const t = useTranslations("applications");
  const { call, body, atDesk } = draft;
  const { phone } = call.content.contacts;
  const email = call.content.contacts.email || (body.email ?? "");
  const office = {
    tel: (text: ReactNode) => <a href={`tel:${phone.replace(/\s/g, "")}`}>{text}</a>,
    mail: (text: ReactNode) => <a href={`mailto:${email}`}>{text}</a>,
    ...{ phone, email },
  };
  const until = call.closesAt && exactMoment(call.closesAt, locale);
  const ways = useOtherWays(draft, locale);
  if (atDesk) return <p className="mt-2 mb-0">{t("codeInUse.desk")}</p>;
  if (!refusedAt) {
    return (
      <ul className="mt-2 mb-0">
        <li>{t("codeInUse.check")}</li>
        <li>{t("codeInUse.known")}</li>
        <li>{t.rich("codeInUse.unknown", office)}</li>
        {until && ways && <li>{t("codeInUse.meanwhile", { until, ways })}</li>}
      </ul>
    );
  }
  return (
    <>
      <p className="mt-2">{t("codeInUse.tried", { moment: receiptMoment(refusedAt, locale) })}</p>
      <ul className="mb-0">
        <li>{t.rich("codeInUse.call", office)}</li>
        {until && ways && call.state === "published" && (
          <li>{t("codeInUse.sentElse", { until, ways })}</li>
        )}
        <li>{t(call.state === "published" ? "codeInUse.notSent" : "codeInUse.reviewing")}</li>
      </ul>
    </>
  );
}

/** How the call can be answered besides the site: "per PEC a …, o su carta a …"; empty: not at all. */
function useOtherWays({ call, body }: Props["draft"], locale: Locale): string {
  const t = useTranslations("applications");
  const { channels } = rulesOf(call);
  const pec = call.content.procedure.digitalDomicile || body.pec;
  const office = [body.officeName || body.name, body.address].filter(Boolean).join(", ");
  const ways = [
    ...(channels.includes("pec") && pec ? [t("codeInUse.byPec", { pec })] : []),
    ...(channels.includes("desk") ? [t("codeInUse.onPaper", { office })] : []),
  ];
  return new Intl.ListFormat(locale, { type: "disjunction" }).format(ways);
}
