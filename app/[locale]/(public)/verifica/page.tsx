import type { Metadata } from "next";
import { getLocale, getTranslations } from "next-intl/server";
import { redirect } from "@/lib/i18n/navigation";
import { normaliseCode } from "@/lib/kernel/codes";
import { routes } from "@/lib/routes";
import { findVerdict } from "./find-verdict";
import { VerifyPage } from "./verify-page";

type Props = { searchParams: Promise<Record<string, string | string[] | undefined>> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents");
  return { title: t("verify.title"), robots: { index: false } };
}

/** The form; its answer for a file, and for a code that cannot be one. */
export default async function Verify({ searchParams }: Props) {
  const { codice, impronta } = await searchParams;
  if (typeof impronta === "string" && impronta !== "") {
    return <VerifyPage typed="" verdict={await findVerdict({ hash: impronta })} />;
  }
  if (typeof codice !== "string") return <VerifyPage typed="" noFile={impronta === ""} />;
  const reading = normaliseCode(codice);
  if (reading.ok) redirect({ href: routes.verifyCode(reading.code), locale: await getLocale() });
  if (codice.trim() === "") return <VerifyPage typed="" noCode />;
  return <VerifyPage typed={codice} verdict={await findVerdict({ code: codice })} />;
}
