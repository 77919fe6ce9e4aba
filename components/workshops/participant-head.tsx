import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { routes } from "@/lib/routes";
import type { Participation } from "@/lib/workshops/queries/participation-by-token";

/** Who is invited to what, how to reach the office, the calendar. */
export function ParticipantHead({ of, token }: { of: Participation; token: string }) {
  const t = useTranslations("workshops");
  const upcoming = of.meetings.some((one) => one.mayAnswer.ok);
  return (
    <header className="ws-own-head">
      <p className="ws-own-body">{of.bodyName}</p>
      <h1>{of.seriesTitle}</h1>
      <p className="ct-lead">
        {of.organisationName
          ? t("own.leadFor", { name: of.name, organisation: of.organisationName })
          : t("own.lead", { name: of.name })}{" "}
        {upcoming && t("own.answerBelow")}
      </p>
      <p className="ws-own-links">
        <a className="btn btn-outline-primary" href={routes.meetingCalendar(token)}>
          <Icon name="calendar" size="xs" />
          {t("own.calendar")}
        </a>
        {of.bodyEmail && (
          <a href={`mailto:${of.bodyEmail}`}>
            <Icon name="mail" size="xs" />
            {of.bodyEmail}
          </a>
        )}
        {of.bodyPhone && (
          <a href={`tel:${of.bodyPhone.replaceAll(" ", "")}`}>
            <Icon name="telephone" size="xs" />
            {of.bodyPhone}
          </a>
        )}
      </p>
    </header>
  );
}
