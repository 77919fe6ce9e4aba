import { create } from "qrcode";

/** A QR code as one path; what it says must also stand beside it as text. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const { modules } = create(text, { errorCorrectionLevel: "M" });
  const quiet = 4;
  const side = modules.size + 2 * quiet;
  const path = Array.from({ length: modules.size }, (_row, y) =>
    Array.from({ length: modules.size }, (_cell, x) =>
      modules.get(y, x) ? `M${x + quiet} ${y + quiet}h1v1h-1z` : "",
    ).join(""),
  ).join("");
  return (
    <svg className="ct-qr" viewBox={`0 0 ${side} ${side}`} width="220" height="220" role="img">
      <title>{label}</title>
      <path d={`M0 0h${side}v${side}H0z`} fill="#fff" />
      <path d={path} fill="#000" />
    </svg>
  );
}
