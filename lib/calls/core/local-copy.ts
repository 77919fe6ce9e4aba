import { isLocalDate } from "@/lib/kernel/local-date";
import { romeDate, romeParts } from "@/lib/kernel/rome-time";
import type { CallContent } from "./content";

/** What a body has of its own in a copy; days and hours as they are written in Rome. */
export type LocalRow = {
  bodyId: string;
  title: string;
  opensOn: string;
  opensAtTime: string;
  closesOn: string;
  closesAtTime: string;
  places: number | null;
  phone: string;
  email: string;
  address: string;
  responsibleOfficer: string;
  substituteHolder: string;
  actNumber: string;
  actDate: string;
  /** In the order of the call's own; one without a day is not held. */
  meetings: { on: string; from: string; to: string; where: string }[];
};

/** What a copy takes from the body that issues it. */
export type Issuer = {
  id: string;
  officeName: string;
  pec: string | null;
  email: string | null;
  phone: string | null;
  helpHours: string | null;
  address: string | null;
};

/** The call that is copied. */
export type CopiedCall = {
  bodyId: string;
  title: string;
  opensAt: Date | null;
  closesOn: string | null;
  closesAtTime: string | null;
  places: number | null;
  content: CallContent;
};

/**
 * What the form of a copy starts with: the days of the call as far as they lie ahead, the contacts
 * of the body, and nobody's officer or act but the body's own.
 */
export function localRow(source: CopiedCall, issuer: Issuer, now: Date): LocalRow {
  const today = romeDate(now);
  const ahead = (day: string | null) => (day !== null && day >= today ? day : "");
  const opens = source.opensAt && source.opensAt >= now ? romeParts(source.opensAt) : undefined;
  const own = source.bodyId === issuer.id ? source.content.procedure : undefined;
  return {
    bodyId: issuer.id,
    title: source.title,
    opensOn: opens?.date ?? "",
    opensAtTime: opens?.time.slice(0, 5) ?? "",
    closesOn: ahead(source.closesOn),
    closesAtTime: source.closesAtTime ?? "",
    places: source.places,
    phone: issuer.phone ?? "",
    email: issuer.email ?? "",
    address: issuer.address ?? "",
    responsibleOfficer: own?.responsibleOfficer ?? "",
    substituteHolder: own?.substituteHolder ?? "",
    actNumber: "",
    actDate: "",
    meetings: source.content.meetings.map(({ on, from, to }) => ({
      on: ahead(on),
      from,
      to,
      where: "",
    })),
  };
}

/**
 * The texts of a copy: what the call says is the same everywhere; office, officer, act, contacts,
 * days and places of meetings are the body's. Hours of the desk and the link to the notice board
 * and its documents belong to the other body and are left out, and so is the last day for questions once it lies
 * behind the end.
 */
export function localContent(source: CallContent, issuer: Issuer, row: LocalRow): CallContent {
  const { questionsUntil, ...rest } = source;
  const asks = questionsUntil && row.closesOn && questionsUntil <= row.closesOn;
  return {
    ...rest,
    procedure: {
      ...source.procedure,
      office: issuer.officeName,
      digitalDomicile: issuer.pec ?? "",
      responsibleOfficer: row.responsibleOfficer,
      substituteHolder: row.substituteHolder,
      actNumber: row.actNumber,
      actDate: row.actDate,
      noticeBoardLink: "",
    },
    contacts: {
      phone: row.phone,
      email: row.email,
      address: row.address,
      helpHours: issuer.helpHours ?? "",
      desk: [],
    },
    documents: [],
    meetings: source.meetings.flatMap(({ title }, at) => {
      const own = row.meetings[at];
      return own?.on ? { ...own, title } : [];
    }),
    ...(asks && { questionsUntil }),
  };
}

/** Days that all copies start with; what is empty or no day of the calendar changes nothing. */
export type CommonDays = Pick<LocalRow, "opensOn" | "closesOn" | "closesAtTime">;

export function withCommonDays(row: LocalRow, days: CommonDays): LocalRow {
  return {
    ...row,
    ...(isLocalDate(days.opensOn) && { opensOn: days.opensOn }),
    ...(isLocalDate(days.closesOn) && {
      closesOn: days.closesOn,
      closesAtTime: days.closesAtTime,
    }),
  };
}
