import { useLocale, useTranslations } from "next-intl";
import { type Description, DescriptionList } from "@/components/ui/description-list";
import type { VerifiedDocument } from "@/lib/documents/queries";
import type { Locale } from "@/lib/i18n/routing";
import { longDate, receiptMoment } from "@/lib/kernel/rome-words";
import { ANSWERS_ERASED, type DocumentKind } from "@/lib/register/issue-document";

/** What anybody may know of a document. */
export function DocumentFacts({ document }: { document: VerifiedDocument }) {
  const t = useTranslations("documents");
  const locale = useLocale() as Locale;
  const { subject, registerNumber, stateChangedAt, stateReason, state, fileHash } = document;
  const moment = (instant: string) => receiptMoment(new Date(instant), locale);
  const items: (Description | null)[] = [
    { term: t("fact.kind"), value: t(`kind.${document.kind as DocumentKind}`) },
    { term: t("fact.body"), value: document.bodyName },
    subject && { term: t(`subject.${subject.kind}`), value: <Subject {...subject} /> },
    { term: t("fact.issuedAt"), value: moment(document.issuedAt) },
    stateChangedAt && state !== "valid"
      ? { term: t(`changed.${state}`), value: moment(stateChangedAt) }
      : null,
    stateReason && state !== "valid"
      ? {
          term: t("fact.reason"),
          value: stateReason === ANSWERS_ERASED ? t(`reason.${stateReason}`) : stateReason,
        }
      : null,
    registerNumber ? { term: t("fact.registerNumber"), value: registerNumber } : null,
    document.erasedOn
      ? {
          term: t("fact.data"),
          value: t("fact.erased", { day: longDate(document.erasedOn, locale) }),
        }
      : null,
    {
      term: t("fact.fileHash"),
      value: fileHash ? <span className="ct-mono">{fileHash}</span> : t("fact.noFile"),
    },
  ];
  return <DescriptionList items={items.filter((item) => item !== null)} />;
}

function Subject({ title, link }: { title: string; link: string | null }) {
  return link ? <a href={link}>{title}</a> : title;
}
