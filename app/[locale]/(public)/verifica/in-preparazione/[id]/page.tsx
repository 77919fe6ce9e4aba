import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { getTranslations } from "next-intl/server";
import { requestContext } from "@/lib/auth/request-context";
import { documentToDownload } from "@/lib/documents/queries";
import { isAppError } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

type Props = { params: Promise<{ id: string }> };

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("documents");
  return { title: t("coming.title"), robots: { index: false } };
}

/** A document that the worker is still drawing: the page asks again by itself, also without scripts. */
export default async function DocumentComing({ params }: Props) {
  const { id } = await params;
  const t = await getTranslations("documents");
  const { file } = await visible(id);
  return (
    <div className="container pt-5 pb-5">
      {file ? null : <meta httpEquiv="refresh" content="3" />}
      <h1>{t(file ? "coming.ready" : "coming.title")}</h1>
      <p className="ct-lead">{t(file ? "coming.readyText" : "coming.text")}</p>
      <p>
        <a className="btn btn-primary" href={routes.document(id)}>
          {t(file ? "coming.download" : "coming.again")}
        </a>
      </p>
    </div>
  );
}

async function visible(id: string) {
  try {
    return await documentToDownload(await requestContext("public"), id);
  } catch (error) {
    if (isAppError(error)) notFound();
    throw error;
  }
}
