import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { type StateKind, StateLabel } from "@/components/ui/state-label";
import type { ApplicationState } from "@/lib/applications/core/states";
import type { MyApplication } from "@/lib/applications/queries/my-applications";
import { romeDate } from "@/lib/kernel/rome-time";
import { exactMoment, longDate } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

/** The shape that goes with the word of a state. */
export const STATE_KINDS: Record<ApplicationState, StateKind> = {
  draft: "draft",
  submitted: "done",
  integrationRequested: "todo",
  admissible: "open",
  inadmissible: "closed",
  admitted: "ok",
  reserve: "closed",
  notAdmitted: "closed",
  offered: "todo",
  declined: "closed",
  expired: "closed",
  withdrawn: "closed",
};

type Props = {
  application: MyApplication;
  locale: "it" | "en";
  group: "todo" | "running" | "over";
};

/** One application: its state, one next step with its date, one button. */
export function ApplicationCard({ application: one, locale, group }: Props) {
  const t = useTranslations("applications");
  const words = useTranslations("thread");
  const draft = one.state === "draft";
  const resumes = draft && !one.late;
  const completes = one.integration !== null && !one.integration.over;
  const href = completes
    ? routes.applicationIntegration(one.id)
    : resumes
      ? routes.applicationStep(one.id, "riepilogo")
      : routes.myApplication(one.id);
  const look = { todo: draft ? "is-draft" : "is-todo", running: "", over: "is-quiet" }[group];
  const forWhom =
    one.track === "citizen"
      ? t("mine.forYou", { body: one.bodyName })
      : t("mine.for", {
          body: one.bodyName,
          name: one.applicantName || t("mine.yourOrganisation"),
        });
  return (
    <article className={`ct-app ${look}`.trim()}>
      <div>
        <StateLabel kind={STATE_KINDS[one.state]}>
          {t(
            one.setAside
              ? "state.setAside"
              : one.replaced
                ? "state.replaced"
                : `state.${one.state}`,
          )}
        </StateLabel>
        <h3>
          <Link href={href}>{one.title}</Link>
        </h3>
        <p className="ct-muted">
          {forWhom}
          {one.registerNumber && `. ${t("mine.number", { number: one.registerNumber })}`}
        </p>
        <p className="ct-next">
          <Icon name={draft ? "clock" : "info-circle"} />
          <span>
            {t(`nextStep.${one.nextStep}` as "nextStep.draft", {
              when: whenWords(one, locale),
            })}
          </span>
        </p>
        {one.unread > 0 && (
          <p className="ct-next">
            <Icon name="mail" />
            <Link href={`${routes.myApplication(one.id)}#messaggi`}>
              {words("unread", { count: one.unread })}
              <span className="visually-hidden">: {one.title}</span>
            </Link>
          </p>
        )}
      </div>
      <div>
        <ButtonLink href={href} look={group === "todo" && !draft ? "primary" : "outline"} small>
          {completes ? t("mine.complete") : resumes ? t("mine.resume") : t("mine.see")}
          <span className="visually-hidden">: {one.title}</span>
        </ButtonLink>
      </div>
    </article>
  );
}

function whenWords(one: MyApplication, locale: "it" | "en"): string {
  if (one.integration) return longDate(romeDate(one.integration.closesAt), locale);
  if (one.state !== "draft") return longDate(one.endsOn, locale);
  return one.closesAt ? exactMoment(one.closesAt, locale) : "";
}
