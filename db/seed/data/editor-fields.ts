import type { CallEvaluation } from "@/lib/calls/core/evaluation";
import type { Rectified } from "@/lib/calls/core/version-texts";
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
    peremptory: facts.peremptory ?? true,
    cutOffOn: facts.cutOffs?.map((cutOff) => cutOff.on) ?? [],
    cutOffAt: facts.cutOffs?.map((cutOff) => cutOff.at) ?? [],
    questionsUntil: facts.questionsUntil ?? "",
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
    ...criteriaFields(facts.evaluation),
  };
}

/** What the form of a rectification shows of a published call. */
export function rectifiedFieldsOf(call: Rectified): Record<string, unknown> {
  const { sheet, procedure, contacts, meetings } = call.content;
  const { desk, ...reached } = contacts;
  const days = [1, 2, 3, 4, 5, 6, 7];
  const hours = (part: "from" | "to") =>
    days.map((day) => desk.find((one) => one.weekday === day)?.[part] ?? "");
  return {
    title: call.title,
    summary: call.summary,
    places: call.places ?? "",
    minimumAge: call.minimumAge ?? "",
    ...sheet,
    ...procedure,
    ...reached,
    deskFrom: hours("from"),
    deskTo: hours("to"),
    meetingOn: meetings.map((meeting) => meeting.on),
    meetingFrom: meetings.map((meeting) => meeting.from),
    meetingTo: meetings.map((meeting) => meeting.to),
    meetingTitle: meetings.map((meeting) => meeting.title),
    meetingWhere: meetings.map((meeting) => meeting.where),
    ...criteriaFields(call.content.evaluation),
  };
}

function criteriaFields(evaluation: CallEvaluation | undefined): Record<string, unknown> {
  const criteria = evaluation?.criteria ?? [];
  return {
    criterionTitle: criteria.map(({ title }) => title),
    criterionPoints: criteria.map(({ points }) => String(points)),
    criterionLeast: criteria.map(({ least }) => least?.toString() ?? ""),
    passingPoints: evaluation?.passing?.toString() ?? "",
  };
}
