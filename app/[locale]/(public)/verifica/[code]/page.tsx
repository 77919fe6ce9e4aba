import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { normaliseCode } from "@/lib/kernel/codes";
import { findVerdict } from "../find-verdict";
import { VerifyPage } from "../verify-page";

type Props = { params: Promise<{ code: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents");
  return { title: t("verify.answerTitle"), robots: { index: false } };
}

/** Where the QR of a document leads. */
export default async function VerifyCode({ params }: Props) {
  const given = decoded((await params).code);
  const reading = normaliseCode(given);
  const verdict = await findVerdict({ code: given });
  return <VerifyPage typed={reading.ok ? reading.code : given} verdict={verdict} />;
}

/** An address typed by hand may not be encoded well. */
function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
