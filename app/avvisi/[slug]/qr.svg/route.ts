import QRCode from "qrcode";
import { callPage } from "@/lib/calls/queries/call-page";
import { env } from "@/lib/env";
import { freshFor } from "@/lib/fresh-answer";
import { handler } from "@/lib/handlers";
import { NotFound } from "@/lib/kernel/errors";
import { routes } from "@/lib/routes";

/** The short address of a call as a QR code to print, sharp at every size. */
export const GET = handler("call.qr", "public", async (ctx, request, { slug = "" }) => {
  const call = await callPage(ctx, slug);
  if (!call) throw new NotFound();
  const text = env().APP_ORIGIN + routes.shortCall(call.shortCode);
  const svg = await QRCode.toString(text, { type: "svg", errorCorrectionLevel: "M", margin: 4 });
  return freshFor(request, svg, "image/svg+xml", {
    "content-disposition": `attachment; filename="${call.shortCode}.svg"`,
    "content-security-policy": "sandbox; default-src 'none'",
  });
});
