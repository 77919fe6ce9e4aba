import { bodiesOfTuscany } from "../bodies";
import type { CallFacts } from "./call-facts";

/** What an author would type into the editor for a call. */
export function editorFieldsOf(facts: CallFacts): Record<string, unknown> {
  const issuer = bodiesOfTuscany().find((body) => body.slug === facts.body);
  if (!issuer) throw new Error(`no body ${facts.body}`);
  const { meetings } = facts;
  return {
    title: facts.title,
    slug: facts.slug,
    summary: facts.summary,
    audiences: facts.audiences,
    themes: facts.themes,
    opensOn: facts.opens.on,
    opensAtTime: facts.opens.at,
    closesOn: facts.closes.on,
    closesAtTime: facts.closes.at,
    peremptory: true,
    places: facts.places ?? "",
    minimumAge: facts.minimumAge ?? "",
    ...facts.sheet,
    object: facts.object,
    office: issuer.officeName,
    digitalDomicile: issuer.pec ?? "",
    responsibleOfficer: facts.responsibleOfficer,
    substituteHolder: facts.substituteHolder,
    days: facts.days,
    actNumber: facts.act.number,
    actDate: facts.act.on,
    privacyNoticeVersion: "2",
    remedy: "Ricorso al TAR della Toscana entro 60 giorni dalla pubblicazione dell’esito.",
    phone: issuer.phone ?? "",
    email: issuer.email ?? "",
    helpHours: issuer.helpHours ?? "",
    address: issuer.address ?? "",
    meetingOn: meetings.map((meeting) => meeting.on),
    meetingFrom: meetings.map((meeting) => meeting.from),
    meetingTo: meetings.map((meeting) => meeting.to),
    meetingTitle: meetings.map((meeting) => meeting.title),
    meetingWhere: meetings.map((meeting) => meeting.where),
  };
}
