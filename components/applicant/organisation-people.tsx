import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Tag } from "@/components/ui/pill";
import type { Action } from "@/lib/actions";
import { romeDate } from "@/lib/kernel/rome-time";
import { longDate } from "@/lib/kernel/rome-words";
import type { OrganisationPage } from "@/lib/people/queries/organisations";
import { DeedForm } from "./deed-form";

type Props = {
  found: OrganisationPage;
  locale: "it" | "en";
  /** Of the forms that decide. */
  token: string;
  handOver: Action;
  end: Action;
};

/** Who works for an organisation, and what one may change about it. */
export function OrganisationPeople({ found, locale, token, handOver, end }: Props) {
  const t = useTranslations("organisations");
  const represents = found.role === "representative";
  return (
    <section aria-labelledby="persone">
      <h2 id="persone">{t("who")}</h2>
      <ul className="ct-rows">
        {found.people.map((one) => {
          const hidden = { organisationId: found.id, personId: one.id, _token: token };
          const alone = found.people.length === 1;
          return (
            <li key={one.id}>
              <article className="ct-app">
                <div>
                  <Tag>{t(`role.${one.role}`)}</Tag>
                  <h3>{one.self ? t("you", { name: one.name }) : one.name}</h3>
                  <p className="ct-muted">
                    {one.email !== one.name && `${one.email}, `}
                    {t("since", { day: longDate(romeDate(one.since), locale) })}
                  </p>
                </div>
                <div className="ct-actions">
                  {represents && !one.self && (
                    <Considered what={t("handOver")} about={one.name}>
                      <p>{t("sure.handOver", { name: one.name })}</p>
                      <DeedForm
                        action={handOver}
                        hidden={hidden}
                        submit={t("handOver")}
                        pending={t("pending")}
                        look="outline"
                        about={one.name}
                        small
                      />
                    </Considered>
                  )}
                  {(one.self ? one.role === "delegate" || alone : represents) && (
                    <Considered what={t(one.self ? "leave" : "remove")} about={one.name}>
                      <p>
                        {t(one.self ? (alone ? "sure.leaveAlone" : "sure.leave") : "sure.remove", {
                          name: one.name,
                        })}
                      </p>
                      <DeedForm
                        action={end}
                        hidden={hidden}
                        submit={t(one.self ? "leave" : "remove")}
                        pending={t("pending")}
                        look="danger"
                        about={one.name}
                        small
                      />
                    </Considered>
                  )}
                </div>
              </article>
            </li>
          );
        })}
      </ul>
    </section>
  );
}

/** What cannot be undone by oneself says first what it means; it opens without scripts, too. */
function Considered(props: { what: string; about: string; children: ReactNode }) {
  return (
    <details className="alt">
      <summary>
        {props.what}
        <span className="visually-hidden">: {props.about}</span>
      </summary>
      {props.children}
    </details>
  );
}
