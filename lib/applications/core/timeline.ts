import type { ActKind } from "@/lib/calls/core/act-kinds";

/** Something that happened to an application; `code` is its title in the catalogue. */
export type Happened = {
  at: Date;
  code:
    | "started"
    | "submitted"
    | "protocol"
    | "closed"
    | "withdrawn"
    | "replaced"
    | "setAside"
    | "written"
    | "convened"
    | `integration.${"open" | "answered" | "expired" | "cancelled"}`
    | `act.${ActKind}`
    | `decision.${"admissible" | "inadmissible" | "admitted" | "reserve" | "notAdmitted"}`;
  /** A number of a register, an act or the protocol. */
  number?: string;
  /** Words of those who acted: reasons, the title of a meeting. */
  said?: string;
};

/** What the pages of an application know of its life. */
export type LifeOfApplication = {
  startedAt: Date;
  sent:
    | {
        at: Date;
        registerNumber: string;
        protocol: { number: string; date: string } | undefined;
      }
    | undefined;
  call: { closesAt: Date | null };
  acts: readonly { kind: ActKind; number: string; at: Date }[];
  decisions: readonly { result: string; at: Date; reasons: string }[];
  withdrawnAt: Date | undefined;
  /** Another one took its place. */
  replaced: boolean;
  /** The office took it out of the way of another person. */
  setAside: boolean;
  /** When the office wrote last. */
  writtenAt: Date | undefined;
  meetings: readonly { title: string; convenedAt: Date }[];
  /** What the office asked to be mended; settled: answered, run out or taken back. */
  integrations: readonly {
    state: "open" | "answered" | "expired" | "cancelled";
    registerNumber: string;
    requestedAt: Date;
    settledAt: Date | null;
  }[];
};

type Source = (life: LifeOfApplication, now: Date) => Happened[];

/** All that a timeline tells of. What comes to be told besides is a source more. */
const SOURCES: readonly Source[] = [
  ({ startedAt }) => [{ at: startedAt, code: "started" }],
  ({ sent }) => (sent ? [{ at: sent.at, code: "submitted", number: sent.registerNumber }] : []),
  ({ sent }) =>
    sent?.protocol
      ? [
          {
            at: new Date(`${sent.protocol.date}T12:00:00Z`),
            code: "protocol",
            number: sent.protocol.number,
          },
        ]
      : [],
  ({ call }, now) =>
    call.closesAt && call.closesAt < now ? [{ at: call.closesAt, code: "closed" }] : [],
  ({ acts, startedAt }) =>
    acts
      .filter(({ at }) => at >= startedAt)
      .map(({ kind, number, at }) => ({ at, code: `act.${kind}` as const, number })),
  ({ decisions }) =>
    decisions.map(({ result, at, reasons }) => ({
      at,
      code: `decision.${result as "admitted"}` as const,
      ...(reasons && { said: reasons }),
    })),
  ({ withdrawnAt, replaced, setAside }) =>
    withdrawnAt
      ? [{ at: withdrawnAt, code: setAside ? "setAside" : replaced ? "replaced" : "withdrawn" }]
      : [],
  ({ writtenAt }) => (writtenAt ? [{ at: writtenAt, code: "written" }] : []),
  ({ integrations }) =>
    integrations.flatMap(({ state, registerNumber, requestedAt, settledAt }): Happened[] => [
      { at: requestedAt, code: "integration.open", number: registerNumber },
      ...(settledAt && state !== "open"
        ? [{ at: settledAt, code: `integration.${state}` as const }]
        : []),
    ]),
  ({ meetings }) =>
    meetings.map(({ title, convenedAt }) => ({ at: convenedAt, code: "convened", said: title })),
];

/** What happened, the latest first; of one moment, the later of the sources. */
export function happened(life: LifeOfApplication, now: Date): Happened[] {
  return SOURCES.flatMap((source) => source(life, now))
    .filter(({ at }) => at <= now)
    .reverse()
    .sort((a, b) => b.at.getTime() - a.at.getTime());
}
