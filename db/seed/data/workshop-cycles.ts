import type { MeetingInput } from "@/lib/workshops/schema";

/** A meeting of the demonstration; `day` counts from today, moved to a working day. */
export type CycleMeeting = Omit<MeetingInput, "on"> & {
  day: number;
  /** How the people were, in the order of the list: p present, d by delegate, a absent. */
  attendance: string;
};

export type Cycle = {
  title: string;
  threshold: number;
  /** Days from today on which it was planned and convened. */
  convened: number;
  meetings: CycleMeeting[];
};

const evening = { from: "17:00", to: "19:00" };
const townHall = { place: "Sala comunale", address: "Corso Matteotti 37, Pontedera" };
const studies = { place: "Centro polivalente", address: "Viale Gramsci 4, Peccioli" };

/**
 * The training of the delegates: over, certificates issued. Once a week, never on the weekday of
 * the network below, so a rest day moves neither onto the other.
 */
export const training: Cycle = {
  title: "Prepararsi ai laboratori: ascolto e facilitazione",
  threshold: 2,
  convened: -35,
  meetings: [
    {
      ...{ title: "Ascoltare un gruppo", day: -32, ...evening, mode: "online" },
      ...{ place: "", address: "", link: "https://stanze.example.org/ascolto", capacity: 30 },
      attendance: "ppppa",
    },
    {
      ...{ title: "Condurre un tavolo", day: -25, from: "15:00", to: "18:30", mode: "onsite" },
      ...{ ...townHall, link: "", capacity: 30 },
      attendance: "ppdpp",
    },
    {
      ...{ title: "Scrivere insieme", day: -18, ...evening, mode: "hybrid" },
      ...{ ...studies, link: "https://stanze.example.org/scrivere", capacity: 30 },
      attendance: "pppap",
    },
  ],
};

/** The network of the third sector: two meetings held, the third next week, its seats too few. */
export const network: Cycle = {
  title: "La rete del Terzo settore: quattro laboratori",
  threshold: 3,
  convened: -34,
  meetings: [
    {
      ...{ title: "Conoscersi", day: -28, ...evening, mode: "onsite" },
      ...{ ...townHall, link: "", capacity: 30 },
      attendance: "pppap",
    },
    {
      ...{ title: "Dividere i compiti", day: -14, ...evening, mode: "onsite" },
      ...{ ...studies, link: "", capacity: 30 },
      attendance: "pdpaa",
    },
    {
      ...{ title: "Scrivere il patto", day: 5, ...evening, mode: "onsite" },
      ...{ place: "Casa della Comunità", address: "Via Fleming 1, Pontedera", link: "" },
      ...{ capacity: 3, attendance: "" },
    },
    {
      ...{ title: "Firmarlo", day: 19, ...evening, mode: "hybrid" },
      ...{ ...townHall, link: "https://stanze.example.org/patto", capacity: 30 },
      attendance: "",
    },
  ],
};
