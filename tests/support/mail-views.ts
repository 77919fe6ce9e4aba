import type { MeetingView } from "@/emails/meeting-facts";
import type { MailKind, MailViews } from "@/lib/mail/kinds";

/**
 * One view of each kind of mail; `name` and `title` stand wherever people or staff write a text.
 * By type there is one for each kind, so a new kind cannot miss the tests that walk through them.
 */
export function mailViews(name: string, title: string): { [Kind in MailKind]: MailViews[Kind] } {
  const meeting: MeetingView = {
    title,
    seriesTitle: title,
    startsAt: "2026-12-03T16:00:00Z",
    endsAt: "2026-12-03T18:00:00Z",
    mode: "hybrid",
    place: title,
    onlineUrl: "https://incontri.example.it/stanza",
  };
  return {
    signInLink: {
      url: "https://cantieri.example.it/accedi/link?chiave=abc",
      expiresAt: "2026-11-25T17:30:00Z",
      place: title,
    },
    receipt: {
      applicantName: name,
      callTitle: title,
      registerNumber: "0000147/2026",
      applicationCode: "VAL-2026-0042",
      receivedAt: "2026-11-25T17:41:07.123456Z",
      replacesEarlier: false,
      changeableUntil: "2026-11-30T11:00:00Z",
      protocol: null,
      receiptUrl: "https://cantieri.example.it/api/documenti/1",
      applicationUrl: "https://cantieri.example.it/area-personale/candidature/1",
      verificationCode: "K7QF-3M2X-9D4P-8",
      verifyUrl: "https://cantieri.example.it/verifica/K7QF-3M2X-9D4P-8",
      nextSteps: [`mercoledì 2 dicembre 2026: ${title}`],
    },
    withdrawal: {
      applicantName: name,
      callTitle: title,
      registerNumber: "0000148/2026",
      applicationCode: "VAL-2026-0042",
      withdrawnAt: "2026-11-26T08:00:00Z",
      applyAgainUntil: "2026-11-30T11:00:00Z",
      applicationUrl: "https://cantieri.example.it/area-personale/candidature/1",
    },
    decision: {
      applicantName: name,
      callTitle: title,
      applicationCode: "VAL-2026-0042",
      outcome: "reserve",
      reservePosition: 3,
      reasons: [title],
      registerNumber: "0000149/2026",
      decidedOn: "2026-12-02",
      letterUrl: "https://cantieri.example.it/api/documenti/2",
      nextSteps: [`${title}.`],
      remedy: title,
    },
    convocation: {
      seriesTitle: title,
      meetings: [meeting, meeting],
      organisationName: name,
      answerUrl: "https://cantieri.example.it/convocazioni/abc",
      calendarUrl: "https://cantieri.example.it/convocazioni/abc/incontri.ics",
    },
    meetingChanged: {
      meeting,
      cancelled: false,
      changes: [{ what: "mode", before: "In presenza", after: title }],
      reason: title,
      answerUrl: "https://cantieri.example.it/convocazioni/abc",
      calendarUrl: "https://cantieri.example.it/convocazioni/abc/incontro.ics",
    },
    seatOffered: {
      meeting,
      answerUrl: "https://cantieri.example.it/convocazioni/abc",
      answerBy: "2026-12-02T11:00:00Z",
    },
    delegateNamed: { meeting, delegateName: name, insteadOf: name },
    certificate: {
      holderName: name,
      pathTitle: title,
      attended: 3,
      total: 4,
      certificateUrl: "https://cantieri.example.it/api/documenti/3",
      verificationCode: "K7QF-3M2X-9D4P-8",
      verifyUrl: "https://cantieri.example.it/verifica/K7QF-3M2X-9D4P-8",
    },
    subscriptionConfirm: {
      url: "https://cantieri.example.it/iscrizioni/conferma?chiave=abc",
      expiresAt: "2026-11-27T17:30:00Z",
    },
    newCalls: {
      daily: true,
      calls: [
        {
          title,
          summary: title,
          body: name,
          zone: "Lunigiana",
          opensAt: "2026-11-20T08:00:00Z",
          closesAt: "2026-11-30T11:00:00Z",
          precise: true,
          upcoming: false,
          url: "https://cantieri.example.it/avvisi/uno",
        },
        {
          title: `Sempre aperto: ${title}`,
          summary: "",
          body: name,
          zone: null,
          opensAt: "2026-12-20T08:00:00Z",
          closesAt: null,
          precise: false,
          upcoming: true,
          url: "https://cantieri.example.it/avvisi/due",
        },
      ],
      more: 3,
      listUrl: "https://cantieri.example.it/avvisi",
      manageUrl: "https://cantieri.example.it/iscrizioni/abc",
      unsubscribeUrl: "https://cantieri.example.it/api/iscrizioni/abc",
      expiresAt: "2028-11-20T17:30:00Z",
    },
    staffInvitation: {
      bodyName: title,
      roles: ["officer", "facilitator"],
      invitedBy: name,
      url: "https://cantieri.example.it/accedi/invito?chiave=abc",
      expiresAt: "2026-12-02T11:00:00Z",
    },
  };
}
