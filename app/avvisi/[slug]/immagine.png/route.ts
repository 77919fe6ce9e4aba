import { getTranslations } from "next-intl/server";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { callPage } from "@/lib/calls/queries/call-page";
import { env } from "@/lib/env";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";
import { sharePicture } from "@/lib/pictures/share-picture";

/** The picture that other sites show with a link to the call; the same until the call changes. */
export const GET = handler("call.picture", "public", async (ctx, request, { slug = "" }) => {
  const call = await callPage(ctx, slug);
  if (!call) throw new NotFound();
  const locale = new URL(request.url).searchParams.get("lingua") === "en" ? "en" : "it";
  const t = await getTranslations({ locale, namespace: "calls" });
  const { deadline, closesAt } = call;
  const until =
    closesAt && deadline.kind === "fixed"
      ? t("until", { moment: deadlineMoment(closesAt, deadline.precision, locale) })
      : t("always");
  const bytes = await sharePicture(`${call.id}:${call.version}:${locale}`, {
    title: call.title,
    from: [call.body.name, call.zone?.name].filter(Boolean).join(" · "),
    until,
    programme: env().PROGRAMME_NAME,
  });
  return new Response(bytes, {
    headers: {
      "content-type": "image/png",
      "content-length": String(bytes.length),
      "cache-control": "public, max-age=86400",
      "cross-origin-resource-policy": "cross-origin",
    },
  });
});
