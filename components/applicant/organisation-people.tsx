import { useTranslations } from "next-intl";
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
                    {one.email !== one.name && one.email}{" "}
                    {t("since", { day: longDate(romeDate(one.since), locale) })}
                  </p>
                </div>
                <div className="ct-actions">
                  {represents && !one.self && (
                    <DeedForm
                      action={handOver}
                      hidden={hidden}
                      submit={t("handOver")}
                      pending={t("pending")}
                      look="outline"
                      about={one.name}
                      small
                    />
                  )}
                  {(one.self ? one.role === "delegate" || alone : represents) && (
                    <DeedForm
                      action={end}
                      hidden={hidden}
                      submit={t(one.self ? "leave" : "remove")}
                      pending={t("pending")}
                      look="danger"
                      about={one.name}
                      small
                    />
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
