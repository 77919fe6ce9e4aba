import actsEn from "./messages/en/acts.json";
import applicationsEn from "./messages/en/applications.json";
import authEn from "./messages/en/auth.json";
import builderEn from "./messages/en/builder.json";
import callsEn from "./messages/en/calls.json";
import clarificationsEn from "./messages/en/clarifications.json";
import commonEn from "./messages/en/common.json";
import contentEn from "./messages/en/content.json";
import copiesEn from "./messages/en/copies.json";
import deadlineEn from "./messages/en/deadline.json";
import deskEn from "./messages/en/desk.json";
import documentsEn from "./messages/en/documents.json";
import editorEn from "./messages/en/editor.json";
import errorsEn from "./messages/en/errors.json";
import fieldsEn from "./messages/en/fields.json";
import formChangesEn from "./messages/en/formChanges.json";
import integrationEn from "./messages/en/integration.json";
import mailsEn from "./messages/en/mails.json";
import organisationsEn from "./messages/en/organisations.json";
import ownDataEn from "./messages/en/ownData.json";
import pdfEn from "./messages/en/pdf.json";
import peopleEn from "./messages/en/people.json";
import publicEn from "./messages/en/public.json";
import refusalsEn from "./messages/en/refusals.json";
import regimesEn from "./messages/en/regimes.json";
import reviewEn from "./messages/en/review.json";
import savingEn from "./messages/en/saving.json";
import staffEn from "./messages/en/staff.json";
import stileEn from "./messages/en/stile.json";
import subscriptionsEn from "./messages/en/subscriptions.json";
import territoryEn from "./messages/en/territory.json";
import threadEn from "./messages/en/thread.json";
import verificationEn from "./messages/en/verification.json";
import workshopFormsEn from "./messages/en/workshopForms.json";
import workshopsEn from "./messages/en/workshops.json";
import actsIt from "./messages/it/acts.json";
import applicationsIt from "./messages/it/applications.json";
import authIt from "./messages/it/auth.json";
import builderIt from "./messages/it/builder.json";
import callsIt from "./messages/it/calls.json";
import clarificationsIt from "./messages/it/clarifications.json";
import commonIt from "./messages/it/common.json";
import contentIt from "./messages/it/content.json";
import copiesIt from "./messages/it/copies.json";
import deadlineIt from "./messages/it/deadline.json";
import deskIt from "./messages/it/desk.json";
import documentsIt from "./messages/it/documents.json";
import editorIt from "./messages/it/editor.json";
import errorsIt from "./messages/it/errors.json";
import fieldsIt from "./messages/it/fields.json";
import formChangesIt from "./messages/it/formChanges.json";
import integrationIt from "./messages/it/integration.json";
import mailsIt from "./messages/it/mails.json";
import organisationsIt from "./messages/it/organisations.json";
import ownDataIt from "./messages/it/ownData.json";
import pdfIt from "./messages/it/pdf.json";
import peopleIt from "./messages/it/people.json";
import publicIt from "./messages/it/public.json";
import refusalsIt from "./messages/it/refusals.json";
import regimesIt from "./messages/it/regimes.json";
import reviewIt from "./messages/it/review.json";
import savingIt from "./messages/it/saving.json";
import staffIt from "./messages/it/staff.json";
import stileIt from "./messages/it/stile.json";
import subscriptionsIt from "./messages/it/subscriptions.json";
import territoryIt from "./messages/it/territory.json";
import threadIt from "./messages/it/thread.json";
import verificationIt from "./messages/it/verification.json";
import workshopFormsIt from "./messages/it/workshopForms.json";
import workshopsIt from "./messages/it/workshops.json";
import type { Locale } from "./routing";

const it = {
  acts: actsIt,
  applications: applicationsIt,
  auth: authIt,
  builder: builderIt,
  calls: callsIt,
  clarifications: clarificationsIt,
  common: commonIt,
  content: contentIt,
  copies: copiesIt,
  deadline: deadlineIt,
  desk: deskIt,
  documents: documentsIt,
  editor: editorIt,
  errors: errorsIt,
  refusals: refusalsIt,
  fields: fieldsIt,
  formChanges: formChangesIt,
  integration: integrationIt,
  mails: mailsIt,
  organisations: organisationsIt,
  ownData: ownDataIt,
  pdf: pdfIt,
  people: peopleIt,
  public: publicIt,
  regimes: regimesIt,
  review: reviewIt,
  saving: savingIt,
  staff: staffIt,
  stile: stileIt,
  subscriptions: subscriptionsIt,
  territory: territoryIt,
  thread: threadIt,
  verification: verificationIt,
  workshopForms: workshopFormsIt,
  workshops: workshopsIt,
};

/** The Italian catalogue gives the type: a key that the English one lacks is a type error here. */
export type Messages = typeof it;

const en: Messages = {
  acts: actsEn,
  applications: applicationsEn,
  auth: authEn,
  builder: builderEn,
  calls: callsEn,
  clarifications: clarificationsEn,
  common: commonEn,
  content: contentEn,
  copies: copiesEn,
  deadline: deadlineEn,
  desk: deskEn,
  documents: documentsEn,
  editor: editorEn,
  errors: errorsEn,
  refusals: refusalsEn,
  fields: fieldsEn,
  formChanges: formChangesEn,
  integration: integrationEn,
  mails: mailsEn,
  organisations: organisationsEn,
  ownData: ownDataEn,
  pdf: pdfEn,
  people: peopleEn,
  public: publicEn,
  regimes: regimesEn,
  review: reviewEn,
  saving: savingEn,
  staff: staffEn,
  stile: stileEn,
  subscriptions: subscriptionsEn,
  territory: territoryEn,
  thread: threadEn,
  verification: verificationEn,
  workshopForms: workshopFormsEn,
  workshops: workshopsEn,
};

/** All texts of a language, one namespace per file of messages/<locale>/. */
export const catalogueOf = (locale: Locale): Messages => (locale === "en" ? en : it);

/** Makes `t("…")` accept only keys that exist. */
declare module "next-intl" {
  interface AppConfig {
    Locale: Locale;
    Messages: Messages;
  }
}
