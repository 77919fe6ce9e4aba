import type { ApplicationState } from "@/lib/applications/core/states";

/** Views of the queue, as the address names them, each with the states it shows. */
export const QUEUE_VIEWS = {
  tutte: [
    "submitted",
    "integrationRequested",
    "admissible",
    "inadmissible",
    "admitted",
    "reserve",
    "notAdmitted",
    "offered",
    "declined",
    "expired",
    "withdrawn",
  ],
  "da-controllare": ["submitted", "integrationRequested"],
  "da-integrare": ["integrationRequested"],
  integrate: ["submitted"],
  ammissibili: ["admissible"],
  ammesse: ["admitted"],
  "non-ammesse": ["inadmissible", "notAdmitted"],
  ritirate: ["withdrawn"],
} as const satisfies Record<string, readonly ApplicationState[]>;

export type QueueView = keyof typeof QUEUE_VIEWS;

/** Of its states, this one shows only those whose last integration has its answer, or its end. */
export const INTEGRATED: QueueView = "integrate";

export const QUEUE_ORDERS = ["arrivo", "codice", "nome"] as const;
export type QueueOrder = (typeof QUEUE_ORDERS)[number];

export const QUEUE_TRACKS = {
  organizzazioni: "organisation",
  gruppi: "informalGroup",
  persone: "citizen",
} as const;
export type QueueTrack = keyof typeof QUEUE_TRACKS;

/** What the address of a queue says. Whatever it says wrongly is as if it said nothing. */
export type QueueRequest = {
  view: QueueView;
  order: QueueOrder;
  track: QueueTrack | undefined;
  /** Part of a name or of a code. */
  text: string;
  /** The last row seen: its place in the order and its id. */
  after: { key: string; id: string } | undefined;
};

type Given = Readonly<Record<string, string | string[] | undefined>>;

export function readQueueRequest(given: Given): QueueRequest {
  const one = (name: string) => [given[name]].flat()[0] ?? "";
  const [id = "", ...key] = one("dopo").split("~");
  return {
    view: pick(Object.keys(QUEUE_VIEWS) as QueueView[], one("stato")) ?? "tutte",
    order: pick(QUEUE_ORDERS, one("ordine")) ?? "arrivo",
    track: pick(Object.keys(QUEUE_TRACKS) as QueueTrack[], one("chi")),
    text: one("q").trim().slice(0, 100),
    after: UUID.test(id) ? { id, key: key.join("~") } : undefined,
  };
}

/** The query of a request, with changes; defaults are left out, and a change starts from the top. */
export function queueQuery(
  request: QueueRequest,
  change: Partial<QueueRequest> = {},
): Record<string, string> {
  const wanted = { ...request, after: undefined, ...change };
  const query: Record<string, string> = {};
  if (wanted.view !== "tutte") query.stato = wanted.view;
  if (wanted.order !== "arrivo") query.ordine = wanted.order;
  if (wanted.track) query.chi = wanted.track;
  if (wanted.text) query.q = wanted.text;
  if (wanted.after) query.dopo = `${wanted.after.id}~${wanted.after.key}`;
  return query;
}

const pick = <T extends string>(known: readonly T[], given: string) =>
  known.find((one) => one === given);

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;
