import { useTranslations } from "next-intl";
import type { Action } from "@/lib/actions";
import { dateAndHour } from "@/lib/kernel/rome-words";
import type { OrganisationPage } from "@/lib/people/queries/organisations";
import { DeedForm } from "./deed-form";

type Props = { found: OrganisationPage; locale: "it" | "en"; action: Action };

/** Those who were invited and have not come yet. */
export function InvitationList({ found, locale, action }: Props) {
  const t = useTranslations("organisations");
  if (found.invitations.length === 0) return null;
  return (
    <section aria-labelledby="inviti" className="mt-5">
      <h2 id="inviti">{t("invitations")}</h2>
      <ul className="ct-rows">
        {found.invitations.map(({ id, email, expiresAt, lapsed }) => (
          <li key={id}>
            <article className="ct-app">
              <div>
                <h3>{email}</h3>
                <p className="ct-muted">
                  {t(lapsed ? "lapsed" : "until", { when: dateAndHour(expiresAt, locale) })}
                </p>
              </div>
              <DeedForm
                action={action}
                hidden={{ organisationId: found.id, invitationId: id }}
                submit={t("withdraw")}
                pending={t("pending")}
                look="link"
                about={email}
              />
            </article>
          </li>
        ))}
      </ul>
    </section>
  );
}

type InviteProps = { organisationId: string; action: Action };

/** Somebody more: the letter brings the rest. */
export function InviteMember({ organisationId, action }: InviteProps) {
  const t = useTranslations("organisations");
  return (
    <section aria-labelledby="invita" className="ct-panel p-4 mt-4">
      <h2 id="invita">{t("invite.title")}</h2>
      <p>{t("invite.text")}</p>
      <DeedForm
        action={action}
        hidden={{ organisationId }}
        mailbox={{ label: t("invite.email"), hint: t("invite.hint") }}
        submit={t("invite.submit")}
        pending={t("pending")}
      />
    </section>
  );
}
