import type { MeetingState } from "./meeting-states";
import type { SeatState } from "./seat-states";
import { type Answer, takesPlace } from "./seats";
import type { AttendanceState, CertificateStanding } from "./threshold";

export type MatrixCell =
  | "present"
  | "delegate"
  | "absent"
  | "comes"
  | "staysAway"
  | "waits"
  | "silent"
  | "notConvened"
  | "cancelled";

/** What the matrix shows of one person at one meeting: what happened, else what was answered. */
export function cellOf(
  answer: { answer: Answer | null; seat: SeatState | null } | undefined,
  attendance: AttendanceState | undefined,
  meeting: MeetingState,
): MatrixCell {
  if (meeting === "cancelled") return "cancelled";
  if (attendance) return attendance;
  if (!answer) return "notConvened";
  if (meeting === "held") return "absent";
  if (answer.answer === null) return "silent";
  if (answer.answer === "absent") return "staysAway";
  return takesPlace(answer.seat) ? "comes" : "waits";
}

export const MATRIX_VIEWS = ["tutti", "a-rischio", "non-possono"] as const;
export type MatrixView = (typeof MATRIX_VIEWS)[number];

type Standing = { attended: number; toCome: number; standing: CertificateStanding };

/** Whether a person is in a view; at risk is who must come to every meeting that is left. */
export function inMatrixView(row: Standing, threshold: number, view: MatrixView): boolean {
  switch (view) {
    case "tutti":
      return true;
    case "non-possono":
      return row.standing === "lost";
    case "a-rischio":
      return row.standing === "possible" && threshold - row.attended === row.toCome;
  }
}
