import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Consequences } from "@/components/ui/consequences";
import { MoreLink } from "@/components/ui/more-link";
import { Panel } from "@/components/ui/panel";
import type { StaffView } from "@/lib/people/queries/accounts";
import { routes } from "@/lib/routes";
import { ActionForm, type FormAction } from "./action-form";

type Props = {
  body: { id: string; name: string };
  person: StaffView;
  /** One does not end the own administration, nor renew the own sign-in. */
  isMe: boolean;
  end: FormAction;
  renew: FormAction;
};

/** One member of staff: roles to end, and a new invitation for a lost phone or password. */
export function PersonPanel({ body, person, isMe, end, renew }: Props) {
  const t = useTranslations("people");
  const name = person.displayName || person.email || "";
  const subject = { bodyId: body.id, personId: person.personId };
  return (
    <div className="stack">
      <Panel title={name}>
        <p className="soft">{t("person.roles", { body: body.name })}</p>
        {person.roles.map((role) => (
          <div key={role} className="row-flex mt-s">
            <span className="grow">{t(`role.${role}`)}</span>
            {isMe && role === "administrator" ? (
              <span className="small soft">{t("person.ownRole")}</span>
            ) : (
              <ActionForm action={end} hidden={{ ...subject, role }}>
                <SubmitButton look="danger" small pending={t("person.ending")}>
                  {t("person.end")}
                  <span className="visually-hidden">: {t(`role.${role}`)}</span>
                </SubmitButton>
              </ActionForm>
            )}
          </div>
        ))}
        <p className="small soft mt-s">{t("person.endText")}</p>
      </Panel>
      <Panel title={t("renew.title")}>
        {isMe ? (
          <p>{t("renew.own")}</p>
        ) : (
          <>
            <p className="mb-3">{t(person.active ? "renew.textActive" : "renew.textInvited")}</p>
            <Consequences
              label={t("renew.consequences")}
              items={[
                {
                  key: "mail",
                  icon: "mail-s",
                  text: t("renew.mail", { email: person.email ?? "" }),
                },
                ...(person.active
                  ? [{ key: "void", icon: "lock" as const, text: t("renew.void"), warn: true }]
                  : []),
              ]}
            />
            <ActionForm action={renew} hidden={subject} className="mt-m">
              <SubmitButton
                look={person.active ? "danger" : "primary"}
                pending={t("renew.pending")}
              >
                {t(person.active ? "renew.submitActive" : "renew.submit")}
              </SubmitButton>
            </ActionForm>
          </>
        )}
      </Panel>
      <MoreLink href={routes.staffPeople()}>{t("person.back")}</MoreLink>
    </div>
  );
}
