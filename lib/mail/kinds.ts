import { type CallActMailView, callAct } from "@/emails/call-act";
import { type CertificateMailView, certificate } from "@/emails/certificate";
import { type ClarificationMailView, clarification } from "@/emails/clarification";
import { type ConvocationMailView, convocation } from "@/emails/convocation";
import { type DecisionMailView, decision } from "@/emails/decision";
import { type DelegateNamedMailView, delegateNamed } from "@/emails/delegate-named";
import { type DraftReminderMailView, draftReminder } from "@/emails/draft-reminder";
import { type FileBlockedMailView, fileBlocked } from "@/emails/file-blocked";
import { type IntegrationMailView, integration } from "@/emails/integration";
import { type IntegrationReceiptMailView, integrationReceipt } from "@/emails/integration-receipt";
import { type MeetingChangedMailView, meetingChanged } from "@/emails/meeting-changed";
import { type NewCallsView, newCalls } from "@/emails/new-calls";
import { type OfficeNoticeMailView, officeNotice } from "@/emails/office-notice";
import {
  type OrganisationInvitationMailView,
  organisationInvitation,
} from "@/emails/organisation-invitation";
import { type ReceiptMailView, receipt } from "@/emails/receipt";
import { type SeatOfferedMailView, seatOffered } from "@/emails/seat-offered";
import { type SignInLinkView, signInLink } from "@/emails/sign-in-link";
import { type StaffInvitationMailView, staffInvitation } from "@/emails/staff-invitation";
import { type SubscriptionConfirmView, subscriptionConfirm } from "@/emails/subscription-confirm";
import { type TakenOverMailView, takenOver } from "@/emails/taken-over";
import type { MailTemplate } from "@/emails/template";
import { type ThreadNoticeMailView, threadNotice } from "@/emails/thread-notice";
import { type WithdrawalMailView, withdrawal } from "@/emails/withdrawal";

/** What each kind of mail is rendered from. A new kind is a line here and one in `mailKinds`. */
export type MailViews = {
  signInLink: SignInLinkView;
  receipt: ReceiptMailView;
  withdrawal: WithdrawalMailView;
  decision: DecisionMailView;
  convocation: ConvocationMailView;
  meetingChanged: MeetingChangedMailView;
  seatOffered: SeatOfferedMailView;
  delegateNamed: DelegateNamedMailView;
  certificate: CertificateMailView;
  staffInvitation: StaffInvitationMailView;
  subscriptionConfirm: SubscriptionConfirmView;
  newCalls: NewCallsView;
  callAct: CallActMailView;
  clarification: ClarificationMailView;
  draftReminder: DraftReminderMailView;
  fileBlocked: FileBlockedMailView;
  organisationInvitation: OrganisationInvitationMailView;
  threadNotice: ThreadNoticeMailView;
  officeNotice: OfficeNoticeMailView;
  takenOver: TakenOverMailView;
  integration: IntegrationMailView;
  integrationReceipt: IntegrationReceiptMailView;
};
export type MailKind = keyof MailViews;

export const mailKinds: { [Kind in MailKind]: MailTemplate<MailViews[Kind]> } = {
  signInLink,
  receipt,
  withdrawal,
  decision,
  convocation,
  meetingChanged,
  seatOffered,
  delegateNamed,
  certificate,
  staffInvitation,
  subscriptionConfirm,
  newCalls,
  callAct,
  clarification,
  draftReminder,
  fileBlocked,
  organisationInvitation,
  threadNotice,
  officeNotice,
  takenOver,
  integration,
  integrationReceipt,
};

/** The template of a stored message, whose kind and view the database gives back untyped. */
export function templateOf(kind: string): MailTemplate<never> | undefined {
  return Object.hasOwn(mailKinds, kind)
    ? (mailKinds[kind as MailKind] as MailTemplate<never>)
    : undefined;
}
