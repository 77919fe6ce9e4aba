import { MeetingFacts, type MeetingView } from "./meeting-facts";
import { Heading, Paragraph, Quiet } from "./parts";
import type { MailTemplate } from "./template";

export type DelegateNamedMailView = {
  meeting: MeetingView;
  delegateName: string;
  /** Who asked them to come. */
  insteadOf: string;
};

/** To who comes in place of somebody. It holds no link: that one answers for the participant. */
export const delegateNamed: MailTemplate<DelegateNamedMailView> = {
  subject: (view, t) => t("delegateNamed.subject", { title: view.meeting.title }),
  why: (t) => t("delegateNamed.why"),
  usefulUntil: (view) => new Date(view.meeting.endsAt),
  Body: ({ view, t, locale }) => (
    <>
      <Heading>{t("delegateNamed.heading", { name: view.insteadOf })}</Heading>
      <Paragraph>
        {t("delegateNamed.intro", {
          delegate: view.delegateName,
          name: view.insteadOf,
          series: view.meeting.seriesTitle,
        })}
      </Paragraph>
      <MeetingFacts meeting={view.meeting} t={t} locale={locale} />
      <Quiet>{t("delegateNamed.cannot", { name: view.insteadOf })}</Quiet>
    </>
  ),
};
