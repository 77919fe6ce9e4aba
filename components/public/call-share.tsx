import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";
import { writeWishes } from "@/lib/subscriptions/core/wish-address";

type Props = {
  call: {
    slug: string;
    closesAt: Date | null;
    themes: string[];
    zone: { slug: string } | undefined;
  };
  /** The short address, as one reads it out. */
  short: string;
};

/** What to take along: on paper, in the calendar, in the mailbox. */
export function CallShare({ call, short }: Props) {
  const t = useTranslations("calls");
  const english = useLocale() === "en";
  const files = [
    { icon: "file-pdf", href: routes.callNotice(call.slug), label: t("share.notice") },
    { icon: "download", href: routes.callQr(call.slug), label: t("share.qr") },
    ...(call.closesAt
      ? [
          {
            icon: "calendar",
            href: routes.callDeadline(call.slug) + (english ? "?lingua=en" : ""),
            label: t("share.calendar"),
          } as const,
        ]
      : []),
  ] as const;
  const wishes = { zones: call.zone ? [call.zone.slug] : [], themes: call.themes };
  return (
    <section id="porta-con-te">
      <h2>{t("share.title")}</h2>
      <p>
        {t("share.short")} <strong className="text-break">{short}</strong>
      </p>
      <ul className="ct-meta">
        {files.map(({ icon, href, label }) => (
          <li key={href}>
            <Icon name={icon} />
            <a href={href}>{label}</a>
          </li>
        ))}
        <li>
          <Icon name="mail" />
          <Link href={routes.subscribe() + writeWishes(wishes)}>{t("share.subscribe")}</Link>
        </li>
      </ul>
    </section>
  );
}
