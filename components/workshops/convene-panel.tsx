import { useTranslations } from "next-intl";
import { SubmitButton } from "@/components/forms/submit-button";
import { Button } from "@/components/ui/button";
import { type Consequence, Consequences } from "@/components/ui/consequences";
import { Panel } from "@/components/ui/panel";
import type { Action } from "@/lib/actions";
import type { Convening } from "@/lib/workshops/queries/series-view";
import { WorkshopForm } from "./workshop-form";

type Props = { seriesId: string; convening: Convening; action: Action };

/** Convening: what it does, counted, then the one button that does it. */
export function ConvenePanel({ seriesId, convening, action }: Props) {
  const t = useTranslations("workshops");
  const forms = useTranslations("workshopForms");
  const items = useConsequences(convening);
  const { verdict, people } = convening;
  if (!verdict.ok) {
    return (
      <Panel title={t("convene.title")}>
        <p className="soft small">{t("convene.cohort", { people: convening.cohort })}</p>
        <p className="mt-m">
          <Button look="outline" refusal={forms(`refusals.${verdict.reason}`)}>
            {t("convene.nobody")}
          </Button>
        </p>
      </Panel>
    );
  }
  return (
    <Panel title={t("convene.title")} className="switch">
      <h3 className="mt-s">{t("consequences")}</h3>
      <Consequences label={t("consequences")} items={items} />
      <WorkshopForm action={action} hidden={{ seriesId }} className="mt-m">
        <SubmitButton pending={t("convene.pending")}>
          {t("convene.submit", { people })}
        </SubmitButton>
      </WorkshopForm>
    </Panel>
  );
}

function useConsequences(convening: Convening): Consequence[] {
  const t = useTranslations("workshops");
  const { mails, toPhone, meetings, places, cohort } = convening;
  const items: Consequence[] = [
    { key: "mails", icon: "mail-s", text: t("convene.mails", { mails }) },
    { key: "meetings", icon: "calendar-s", text: t("convene.meetings", { meetings }) },
  ];
  if (toPhone.length > 0) {
    items.push({
      key: "phone",
      icon: "phone-s",
      text: t("toPhone", { count: toPhone.length, names: toPhone.join(", ") }),
      warn: true,
    });
  }
  items.push(
    cohort > places
      ? {
          key: "places",
          icon: "warn",
          text: t("convene.tooFew", { places, people: cohort }),
          warn: true,
        }
      : { key: "places", icon: "group", text: t("convene.enough", { places, people: cohort }) },
  );
  return items;
}
