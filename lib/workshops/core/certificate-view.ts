/** What a certificate of attendance says; the PDF and the verification are made from it alone. */
export type CertificateView = {
  code: string;
  verifyUrl: string;
  bodyName: string;
  officeName: string;
  zoneName: string;
  holderName: string;
  organisationName: string;
  seriesTitle: string;
  attended: number;
  total: number;
  threshold: number;
  /** Whole minutes of the meetings attended. */
  minutes: number;
  meetings: {
    number: number;
    title: string;
    startsAt: string;
    endsAt: string;
    attended: boolean;
  }[];
  issuedAt: string;
  registerNumber: string;
};
