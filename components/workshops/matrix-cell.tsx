import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { cellOf } from "@/lib/workshops/core/matrix";
import type { MeetingView } from "@/lib/workshops/queries/meeting-views";
import type { ParticipantRow } from "@/lib/workshops/queries/participant-rows";

const CLASSES = {
  present: "mx c-p",
  delegate: "mx c-d",
  absent: "mx c-a",
  comes: "mx c-r",
  staysAway: "mx c-n",
  waits: "mx c-o",
  silent: "mx c-o",
  notConvened: "mx c-o",
  cancelled: "mx c-o",
} as const;

/** One person at one meeting: a sign to look at, a word to hear. */
export function MatrixCell({ row, meeting }: { row: ParticipantRow; meeting: MeetingView }) {
  const t = useTranslations("workshops");
  const cell = cellOf(row.answers[meeting.id], row.attendance[meeting.id], meeting.state);
  return (
    <td className={CLASSES[cell]}>
      <span aria-hidden="true">
        {cell === "present" ? <Icon name="check-s" size="xs" /> : t(`cell.${cell}`)}
      </span>
      <span className="visually-hidden">{t(`cellWord.${cell}`)}</span>
    </td>
  );
}
