import type { MeetingView } from "@/lib/workshops/queries/meeting-views";

/** Answers or attendance of a meeting as one bar. Decoration: the figures stand below. */
export function MeetingBar({ meeting }: { meeting: MeetingView }) {
  const { counts, state } = meeting;
  const parts =
    state === "held"
      ? [
          { tone: "v", value: counts.present },
          { tone: "v2", value: counts.presentByDelegate },
        ]
      : [
          { tone: "v", value: counts.coming },
          { tone: "v2", value: counts.delegates },
          { tone: "vw", value: counts.absent },
        ];
  const whole = Math.max(1, counts.convened);
  let from = 0;
  return (
    <svg
      className="bar bar-l"
      viewBox="0 0 100 8"
      preserveAspectRatio="none"
      aria-hidden="true"
      focusable="false"
    >
      <rect className="bg" width="100" height="8" rx="1" />
      {parts.map(({ tone, value }) => {
        const x = from;
        const width = (value / whole) * 100;
        from += width;
        return <rect key={tone} className={tone} x={x} width={width} height="8" />;
      })}
    </svg>
  );
}
