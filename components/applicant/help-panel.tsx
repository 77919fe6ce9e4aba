import { useTranslations } from "next-intl";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";

type Props = { contacts: { phone: string; email: string; helpHours: string }; slug: string };

/** Whom to ask, in the same place of every page. */
export function HelpPanel({ contacts, slug }: Props) {
  const t = useTranslations("applications");
  return (
    <div className="ct-panel ct-panel-tint ct-help p-4">
      <h2>{t("help.title")}</h2>
      <p className="mb-2">
        <a href={`tel:${contacts.phone.replace(/\s/g, "")}`}>{contacts.phone}</a>
        <br />
        {contacts.helpHours}
      </p>
      <p>
        {contacts.email ? (
          <a href={`mailto:${contacts.email}`}>{t("help.write")}</a>
        ) : (
          <Link href={routes.call(slug)}>{t("help.write")}</Link>
        )}
      </p>
    </div>
  );
}
