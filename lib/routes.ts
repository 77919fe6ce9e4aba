import { clocks } from "./clock-routes";

/** The one place that spells addresses. They are Italian: an address is interface text. */
export const routes = {
  home: () => "/",
  calls: () => "/avvisi",
  call: (slug: string) => `/avvisi/${slug}`,
  /** What is read on paper and typed by hand. */
  shortCall: (code: string) => `/a/${code}`,
  callFeed: (query: string, locale: string) => `/avvisi.atom${withLanguage(query, locale)}`,
  callCalendar: (query: string, locale: string) => `/avvisi.ics${withLanguage(query, locale)}`,
  callDeadline: (slug: string) => `/avvisi/${slug}/scadenza.ics`,
  callQr: (slug: string) => `/avvisi/${slug}/qr.svg`,
  callNotice: (slug: string) => `/avvisi/${slug}/avviso.pdf`,
  /** A document of a call, by the SHA-256 of its file. */
  callDocument: (slug: string, hash: string, extension: string) =>
    `/avvisi/${slug}/documenti/${hash}.${extension}`,
  /** A new version has a new picture: other sites keep the one of an address for long. */
  callPicture: (slug: string, version: number, locale: string) =>
    `/avvisi/${slug}/immagine.png${withLanguage(`?v=${version}`, locale)}`,
  /** What a published version changed against the one before; without one, the latest. */
  callVersions: (slug: string, version?: number) =>
    `/avvisi/${slug}/versioni${version ? `?a=${version}` : ""}`,
  askAboutCall: (slug: string) => `/avvisi/${slug}/chiarimenti`,
  callOutcome: (slug: string) => `/avvisi/${slug}/esito`,
  zones: () => "/zone",
  zone: (slug: string) => `/zone/${slug}`,
  howItWorks: () => "/come-funziona",
  guide: () => "/guida",
  guideFor: (reader: "candidarsi" | "personale" | "ricevuta") => `/guida/${reader}`,
  verify: () => "/verifica",
  verifyCode: (code: string) => `/verifica/${code}`,
  privacy: () => "/privacy",
  legalNotes: () => "/note-legali",
  accessibility: () => "/accessibilita",
  subscribe: () => "/iscrizioni",
  subscribeMailbox: () => "/iscrizioni/indirizzo",
  subscribeSent: () => "/iscrizioni/controlla-la-posta",
  subscriptionConfirm: () => "/iscrizioni/conferma",
  subscription: (token: string) => `/iscrizioni/${token}`,
  subscriptionLeave: (token: string) => `/api/iscrizioni/${token}`,
  sendFeedback: () => "/api/parere",
  feedbackThanks: (page: string) => `/parere?${new URLSearchParams({ pagina: page })}`,
  siteMap: () => "/sitemap.xml",
  style: () => "/stile",
  trialMailbox: () => "/prova/posta",
  trialMail: (id: string) => `/prova/posta/${id}`,
  trialMailSheet: (id: string) => `/api/prova/posta/${id}`,

  signIn: (returnTo?: string) =>
    `/accedi${returnTo ? `?${new URLSearchParams({ ritorno: returnTo })}` : ""}`,
  signInSent: () => "/accedi/controlla-la-posta",
  signInLink: () => "/accedi/link",
  staffSignIn: (returnTo?: string) =>
    `/accedi/personale${returnTo ? `?${new URLSearchParams({ ritorno: returnTo })}` : ""}`,
  staffInvitation: () => "/accedi/invito",
  identitySignIn: (returnTo?: string) =>
    `/api/auth/signin/identita${returnTo ? `?${new URLSearchParams({ ritorno: returnTo })}` : ""}`,
  signOut: () => "/esci",
  sessions: () => "/area-personale/accessi",
  /** All that is kept about oneself, to take away. */
  ownData: () => "/area-personale/dati",
  exportOwnData: () => "/api/i-miei-dati",
  organisations: () => "/area-personale/organizzazioni",
  organisation: (id: string) => `/area-personale/organizzazioni/${id}`,
  membershipInvitation: (token: string) =>
    `/organizzazioni/invito?${new URLSearchParams({ chiave: token })}`,

  newApplication: (slug: string) => `/avvisi/${slug}/candidati`,
  myApplications: () => "/area-personale/candidature",
  myApplication: (id: string) => `/area-personale/candidature/${id}`,
  /** Where a message about an application is sent to. */
  applicationMessages: (id: string) => `/area-personale/candidature/${id}/messaggi`,
  applicationStep: (id: string, step: string) => `/candidature/${id}/${step}`,
  applicationPeople: (id: string) => `/candidature/${id}/persone`,
  applicationSave: (id: string) => `/candidature/${id}/salva`,
  applicationSubmit: (id: string) => `/candidature/${id}/invia`,
  applicationSent: (id: string) => `/candidature/${id}/inviata`,
  /** Takes what the desk entered among one's own. */
  claimApplication: (id: string) => `/candidature/${id}/prendi`,
  /** What was sent, as it is stored. */
  applicationData: (id: string) => `/api/candidature/${id}/dati`,
  /** The answer to what the office asks about an application that was sent. */
  applicationIntegration: (id: string) => `/candidature/${id}/integrazione`,
  applicationIntegrationCheck: (id: string) => `/candidature/${id}/integrazione/riepilogo`,
  applicationIntegrationSend: (id: string) => `/candidature/${id}/integrazione/invia`,
  applicationFiles: (id: string) => `/candidature/${id}/allegati`,
  uploads: (id: string) => `/candidature/${id}/caricamenti`,
  upload: (id: string, upload: string) => `/candidature/${id}/caricamenti/${upload}`,
  attachment: (id: string) => `/api/allegati/${id}`,
  messageFile: (id: string) => `/api/messaggi/allegati/${id}`,
  document: (id: string) => `/api/documenti/${id}`,
  documentComing: (id: string) => `/verifica/in-preparazione/${id}`,
  compareFile: () => "/api/documenti/confronta",
  ...clocks,
  sessionClock: () => "/api/sessione",
  health: () => "/api/health",
  ready: () => "/api/ready",

  convocationAnswer: (token: string) => `/convocazioni/${token}`,
  meetingCalendar: (token: string) => `/convocazioni/${token}/incontri.ics`,
  convocationCertificate: (token: string) => `/convocazioni/${token}/attestato`,

  staffHome: () => "/ente/oggi",
  staffCalls: () => "/ente/avvisi",
  staffNewCall: () => "/ente/avvisi/nuovo",
  staffCall: (id: string) => `/ente/avvisi/${id}`,
  staffCallEdit: (id: string) => `/ente/avvisi/${id}/modifica`,
  staffCallForm: (id: string, part?: string) =>
    `/ente/avvisi/${id}/modulo${part ? `?${new URLSearchParams({ parte: part })}` : ""}`,
  /** Asks before a part is taken away. */
  staffCallFormRemoval: (id: string, part: string) =>
    `/ente/avvisi/${id}/modulo?${new URLSearchParams({ parte: part, elimina: "si" })}`,
  staffCallFormExport: (id: string) => `/ente/avvisi/${id}/modulo/esporta`,
  staffCallFormImport: (id: string) => `/ente/avvisi/${id}/modulo/importa`,
  /** The documents of a draft, or of the next version of a published call. */
  staffDocuments: (id: string) => `/ente/avvisi/${id}/documenti`,
  staffReplaceDocument: (id: string, document: string) =>
    `/ente/avvisi/${id}/documenti?sostituisci=${document}#carica`,
  staffAddDocument: (id: string) => `/ente/avvisi/${id}/documenti/aggiungi`,
  staffDocument: (id: string, hash: string, extension: string) =>
    `/ente/avvisi/${id}/documenti/${hash}-${extension}`,
  staffCallPreview: (id: string) => `/ente/avvisi/${id}/anteprima`,
  /** The form of a draft, to be tried as applicants will find it. */
  staffCallTrial: (id: string) => `/ente/avvisi/${id}/anteprima/modulo`,
  /** Who else has the draft open, and what they wrote after an instant. */
  staffCallPresence: (id: string, since: string) =>
    `/ente/avvisi/${id}/presenza?${new URLSearchParams({ da: since })}`,
  staffActs: (callId: string) => `/ente/avvisi/${callId}/atti`,
  staffNewAct: (callId: string, kind?: string) =>
    `/ente/avvisi/${callId}/atti/nuovo${kind ? `?tipo=${kind}` : ""}`,
  staffPreparedAct: (callId: string) => `/ente/avvisi/${callId}/atti/controlla`,
  /** Copies for several bodies; without any, the page that chooses them. */
  staffCopyCall: (id: string, ...bodies: string[]) =>
    `/ente/avvisi/${id}/copia${bodies.length > 0 ? `?${bodies.map((body) => `ente=${body}`).join("&")}` : ""}`,
  staffCallSets: () => "/ente/copie",
  staffCallSet: (id: string) => `/ente/copie/${id}`,
  staffApplications: (callId: string) => `/ente/avvisi/${callId}/candidature`,
  staffApplicationExport: (callId: string, query: string) =>
    `/ente/avvisi/${callId}/candidature/esporta?${query}`,
  staffApplication: (callId: string, id: string) => `/ente/avvisi/${callId}/candidature/${id}`,
  staffApplicationMessages: (callId: string, id: string) =>
    `/ente/avvisi/${callId}/candidature/${id}/messaggi`,
  /** Applications whose messages wait for the office. */
  staffMessages: () => "/ente/messaggi",
  staffDesk: (callId: string) => `/ente/avvisi/${callId}/sportello`,
  staffDeskEntry: (callId: string, id: string) => `/ente/avvisi/${callId}/sportello/${id}`,
  /** What the desk does with it: an address, a withdrawal, a change, an answer; a draft is left. */
  staffDeskRequest: (
    callId: string,
    id: string,
    wish: "indirizzo" | "ritiro" | "modifica" | "integrazione" | "rinuncia",
  ) => `/ente/avvisi/${callId}/sportello/${id}?cosa=${wish}`,
  staffNewDeskEntry: (callId: string) => `/ente/avvisi/${callId}/sportello/nuova`,
  staffIntegration: (callId: string, id: string) =>
    `/ente/avvisi/${callId}/candidature/${id}/integrazione`,
  staffOutcome: (callId: string) => `/ente/avvisi/${callId}/esito`,
  staffQuestions: (callId: string) => `/ente/avvisi/${callId}/chiarimenti`,
  staffLetters: (callId: string) => `/ente/avvisi/${callId}/lettere`,
  staffCallWorkshops: (callId: string) => `/ente/avvisi/${callId}/laboratori`,
  staffPlanSeries: (callId: string) => `/ente/avvisi/${callId}/laboratori/nuovo`,
  staffWorkshops: () => "/ente/laboratori",
  staffSeries: (id: string) => `/ente/laboratori/${id}`,
  staffSeriesAttendance: (id: string) => `/ente/laboratori/${id}/presenze`,
  staffMeeting: (seriesId: string, id: string) => `/ente/laboratori/${seriesId}/incontri/${id}`,
  staffMeetingChange: (seriesId: string, id: string) =>
    `/ente/laboratori/${seriesId}/incontri/${id}/modifica`,
  staffMeetingCancel: (seriesId: string, id: string) =>
    `/ente/laboratori/${seriesId}/incontri/${id}/annulla`,
  staffRegimes: () => "/ente/procedure",
  staffRegime: (bodyId: string, regime: string) =>
    `/ente/procedure?${new URLSearchParams({ ente: bodyId, procedura: regime })}`,
  staffOutages: () => "/ente/interruzioni",
  staffCallEvidence: (callId: string) => `/ente/avvisi/${callId}/scadenza`,
  /** The form of an act with a proposed end and its reason; no hour: the end of the day. */
  staffActWithEnd: (
    callId: string,
    kind: "proroga" | "riapertura",
    end: { giorno: string; ora: string; motivo: string },
  ) => `/ente/avvisi/${callId}/atti/nuovo?${new URLSearchParams({ tipo: kind, ...end })}`,
  staffTerritory: () => "/ente/territorio",
  staffReorganise: () => "/ente/territorio/riorganizza",
  staffBodies: () => "/ente/territorio/enti",
  /** Without an id: a new one. */
  staffBody: (id?: string) => `/ente/territorio/ente${id ? `?id=${id}` : ""}`,
  staffFeedback: () => "/ente/pareri",
  staffRegister: () => "/ente/registro",
  staffPeople: () => "/ente/persone",
  staffPersonOf: (bodyId: string, personId: string) =>
    `/ente/persone?${new URLSearchParams({ ente: bodyId, persona: personId })}`,
} as const;

/** Files have no language in their path: it travels in the query. */
function withLanguage(query: string, locale: string): string {
  if (locale !== "en") return query;
  return `${query}${query ? "&" : "?"}lingua=en`;
}

/** Below this the pages of those who work for a body are. */
export const staffArea = "/ente/";

/** Below these, pages are personal or working pages: search engines stay out. */
export const unlistedAreas: readonly string[] = [
  "/api/",
  "/area-personale/",
  "/candidature/",
  "/convocazioni/",
  staffArea,
  "/iscrizioni/",
  "/organizzazioni/",
  "/prova/",
];
