import type { SaveCallInput } from "../schema";
import type {
  CallContacts,
  CallContent,
  CallProcedure,
  CallSheet,
  PlannedMeeting,
} from "./content";
import { type WrittenEvaluation, writtenEvaluation } from "./evaluation";
import type { HelpDeskHours } from "./publication-warnings";

type Written = Pick<
  SaveCallInput,
  | (keyof CallSheet | keyof CallProcedure | Exclude<keyof CallContacts, "desk">)
  | ("deskFrom" | "deskTo" | "meetingOn" | "meetingFrom" | "meetingTo" | "meetingTitle")
  | "meetingWhere"
  | keyof WrittenEvaluation
>;

/** The texts of a call as its form was filled in; documents and funding come by other ways. */
export function writtenContent(given: Written, stored: CallContent): CallContent {
  return {
    sheet: {
      description: given.description,
      audience: given.audience,
      howTo: given.howTo,
      needed: given.needed,
      obtained: given.obtained,
      conditions: given.conditions,
    },
    procedure: {
      object: given.object,
      office: given.office,
      digitalDomicile: given.digitalDomicile,
      responsibleOfficer: given.responsibleOfficer,
      substituteHolder: given.substituteHolder,
      days: given.days ?? 0,
      actNumber: given.actNumber,
      actDate: given.actDate,
      privacyNoticeVersion: given.privacyNoticeVersion,
      remedy: given.remedy,
      noticeBoardLink: given.noticeBoardLink,
    },
    contacts: {
      phone: given.phone,
      email: given.email,
      helpHours: given.helpHours,
      desk: deskOf(given),
      address: given.address,
    },
    meetings: meetingsOf(given),
    documents: stored.documents,
    ...writtenEvaluation(given),
  };
}

/** One span of hours for each weekday on which somebody answers. */
function deskOf({ deskFrom, deskTo }: Written): HelpDeskHours[] {
  return deskFrom.flatMap((from, day) =>
    from === "" ? [] : { weekday: day + 1, from, to: deskTo[day] ?? "" },
  );
}

/** The rows of the table of meetings; a row without a day is an empty one. */
function meetingsOf(given: Written): PlannedMeeting[] {
  return given.meetingOn.flatMap((on, row) =>
    on === ""
      ? []
      : {
          on,
          from: given.meetingFrom[row] ?? "",
          to: given.meetingTo[row] ?? "",
          title: given.meetingTitle[row] ?? "",
          where: given.meetingWhere[row] ?? "",
        },
  );
}
