import type { CSSProperties } from "react";

/** Mail programs read no stylesheets: each element carries its own. Contrast is 7 to 1 or more. */
const ink = "#16211f";
const quiet = "#43524e";
const green = "#005c50";
const line = "#d5dfdc";

const font = "'Titillium Web', 'Segoe UI', Helvetica, Arial, sans-serif";

export const styles = {
  page: { margin: 0, padding: "24px 12px", background: "#f7f5f0", color: ink, fontFamily: font },
  sheet: {
    maxWidth: "600px",
    margin: "0 auto",
    background: "#ffffff",
    border: `1px solid ${line}`,
    borderRadius: "8px",
    overflow: "hidden",
  },
  head: { padding: "20px 28px", background: "#0a3a33", color: "#ffffff" },
  sender: { margin: 0, fontSize: "18px", lineHeight: "24px", fontWeight: 700 },
  programme: { margin: 0, fontSize: "15px", lineHeight: "22px", color: "#e2f0ec" },
  body: { padding: "28px 28px 12px" },
  heading: { margin: "0 0 16px", fontSize: "26px", lineHeight: "32px", fontWeight: 700 },
  part: { margin: "28px 0 10px", fontSize: "19px", lineHeight: "26px", fontWeight: 700 },
  paragraph: { margin: "0 0 16px", fontSize: "17px", lineHeight: "27px" },
  quiet: { margin: "0 0 16px", fontSize: "15px", lineHeight: "23px", color: quiet },
  link: { color: green, textDecoration: "underline", overflowWrap: "anywhere" },
  action: {
    display: "inline-block",
    padding: "14px 24px",
    borderRadius: "4px",
    background: green,
    color: "#ffffff",
    fontSize: "17px",
    lineHeight: "24px",
    fontWeight: 700,
    textDecoration: "none",
  },
  facts: { width: "100%", margin: "0 0 20px", borderCollapse: "collapse", fontSize: "16px" },
  factName: {
    padding: "9px 16px 9px 0",
    borderTop: `1px solid ${line}`,
    textAlign: "left",
    verticalAlign: "top",
    fontWeight: 400,
    color: quiet,
    width: "38%",
  },
  factValue: {
    padding: "9px 0",
    borderTop: `1px solid ${line}`,
    verticalAlign: "top",
    fontWeight: 600,
    overflowWrap: "anywhere",
  },
  list: { margin: "0 0 20px", padding: "0 0 0 22px", fontSize: "17px", lineHeight: "27px" },
  item: { margin: "0 0 6px" },
  note: {
    margin: "0 0 20px",
    padding: "14px 18px",
    borderLeft: "4px solid #c07d00",
    background: "#fff4d9",
    fontSize: "16px",
    lineHeight: "25px",
  },
  foot: { padding: "20px 28px 26px", borderTop: `1px solid ${line}`, background: "#f0f8f5" },
  footText: { margin: "0 0 8px", fontSize: "14px", lineHeight: "21px", color: quiet },
} satisfies Record<string, CSSProperties>;
