import type { ReactNode } from "react";
import type { Locale } from "@/lib/kernel/rome-words";
import { TextLink } from "./parts";
import { styles } from "./styles";
import type { MailWords, Sender } from "./template";

type Props = {
  locale: Locale;
  subject: string;
  sender: Sender;
  why: string;
  t: MailWords;
  children: ReactNode;
};

/** The sheet every mail is written on: who writes, the letter, why one gets it. */
export function Layout({ locale, subject, sender, why, t, children }: Props) {
  return (
    <html lang={locale}>
      {/* biome-ignore lint/style/noHeadElement: a mail is a document of its own. */}
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="color-scheme" content="light" />
        <title>{subject}</title>
      </head>
      <body style={styles.page}>
        <div style={styles.sheet}>
          <header style={styles.head}>
            <p style={styles.sender}>{sender.name}</p>
            {sender.name === sender.programme ? null : (
              <p style={styles.programme}>{sender.programme}</p>
            )}
          </header>
          <main style={styles.body}>{children}</main>
          <Foot locale={locale} sender={sender} why={why} t={t} />
        </div>
      </body>
    </html>
  );
}

function Foot({ locale, sender, why, t }: Pick<Props, "locale" | "sender" | "why" | "t">) {
  const home = locale === "en" ? `${sender.origin}/en` : sender.origin;
  const contacts = [sender.email, sender.phone, sender.helpHours].filter(Boolean).join(" · ");
  return (
    <footer style={styles.foot}>
      {contacts ? <p style={styles.footText}>{t("foot.help", { contacts })}</p> : null}
      <p style={styles.footText}>{why}</p>
      <p style={styles.footText}>{t("foot.automatic")}</p>
      <p style={styles.footText}>
        <TextLink href={home}>{home.replace(/^https?:\/\//, "")}</TextLink>
      </p>
    </footer>
  );
}
