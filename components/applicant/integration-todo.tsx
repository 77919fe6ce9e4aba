import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button";
import type { IntegrationView } from "@/lib/applications/queries/integrations-of";
import { deadlineMoment } from "@/lib/calls/core/deadline";
import { routes } from "@/lib/routes";

type Props = { asked: IntegrationView; id: string; locale: "it" | "en" };

/** What the office asks, until when, and the way to answer it: the one thing to do. */
export function IntegrationTodo({ asked, id, locale }: Props) {
  const t = useTranslations("integration");
  const applications = useTranslations("applications");
  const moment = deadlineMoment(asked.closesAt, "endOfDay", locale);
  const over = asked.status === "expired";
  return (
    <section className={over ? "ct-panel p-4 mb-4" : "ct-todo"} aria-labelledby="ora">
      <h2 id="ora">{t(over ? "todo.over" : "todo.title", { count: asked.items.length })}</h2>
      <p className="ct-pre">{asked.reason}</p>
      <p>
        {t(over ? "todo.ended" : "until")} <strong>{moment}</strong>.{" "}
        {t(over ? "todo.asItIs" : "todo.without")}
      </p>
      <p className="ct-actions mb-0">
        {!over && (
          <ButtonLink href={routes.applicationIntegration(id)}>
            {applications("mine.complete")}
          </ButtonLink>
        )}
        {asked.letterId && (
          <a className="ct-more" href={routes.document(asked.letterId)}>
            {t("letter")}
          </a>
        )}
      </p>
    </section>
  );
}
