import { expect, test } from "vitest";
import type { Sender } from "@/emails/template";
import { type MailKind, mailKinds } from "@/lib/mail/kinds";
import { renderMail } from "@/lib/mail/render-mail";
import { mailViews } from "../../support/mail-views";

const kinds = Object.keys(mailKinds) as MailKind[];
const locales = ["it", "en"] as const;

const sender: Sender = {
  name: "Società della Salute Valdera",
  programme: "Cantieri della Salute",
  origin: "https://cantieri.example.it",
  email: "partecipa@sdsvaldera.example.it",
  phone: "0587 000000",
  helpHours: "lunedì-venerdì 9-13",
};

const hostile = [
  "<img src=x onerror=alert(1)>",
  'Giunta d\'Amico & "figli" <b>',
  "Ștefăniță Țăran",
  "جمعية الأمل",
  "fattura\u202Efdp.exe",
  "riga\r\nBcc: tutti@example.it",
];

for (const kind of kinds) {
  for (const locale of locales) {
    const write = (name: string) =>
      renderMail(kind, mailViews(name, name)[kind], { locale, sender });

    test(`${kind} in ${locale} says it in HTML and in text`, () => {
      const mail = write("Rete Passaparola");
      expect(mail.html).toMatch(new RegExp(`^<!doctype html><html lang="${locale}">`));
      expect(mail.html).toContain(`<title>${mail.subject.replaceAll("&", "&amp;")}</title>`);
      expect(mail.html.match(/<h1/g)).toHaveLength(1);
      expect(mail.text).toContain(sender.name);
      expect(mail.text).toContain("partecipa@sdsvaldera.example.it");
      for (const [, href] of mail.html.matchAll(/href="([^"]*)"/g)) {
        expect(mail.text).toContain(
          href?.replace(/^https:\/\/(cantieri.example.it(\/en)?)$/, "$1"),
        );
      }
      expect(mail.text).not.toMatch(/<\/?[a-z]+|&[a-z]+;|undefined|null|NaN|mails\./);
      expect(mail.text).not.toMatch(/\b[a-z]+\.[a-z]+[A-Z]\w*\b/);
    });

    test.each(hostile)(`${kind} in ${locale} only shows %j`, (name) => {
      const mail = write(name);
      expect(mail.html).not.toContain("<img");
      expect(mail.html).not.toContain("<b>");
      expect(mail.subject).not.toMatch(/[\r\n\u202e]/);
      expect(mail.html + mail.text).not.toMatch(/\u202e|\r/);
      const shown = name.replace("\u202E", "").replace("\r", "").split("\n")[0] ?? "";
      // Who confirms a mailbox has not been asked for a name.
      if (kind !== "subscriptionConfirm") expect(mail.text).toContain(shown);
    });
  }
}

test("the two languages differ in every kind", () => {
  for (const kind of kinds) {
    const [it, en] = locales.map((locale) =>
      renderMail(kind, mailViews("Nome", "Titolo")[kind], { locale, sender }),
    );
    expect(it?.subject).not.toBe(en?.subject);
  }
});

test("a letter leads to the pages in its language, and tells files which it is", () => {
  const own = new RegExp(`href="(${sender.origin}/[^"]+)"`, "g");
  for (const kind of kinds) {
    const [it, en] = locales.map((locale) => {
      const { html } = renderMail(kind, mailViews("Nome", "Titolo")[kind], { locale, sender });
      return [...html.matchAll(own)].map(([, href]) => href ?? "");
    });
    for (const href of it ?? []) expect(href, kind).not.toMatch(/\/en(\/|$)|lingua=/);
    for (const href of en ?? []) {
      const isFile = /\/api\/|\.ics\b/.test(href);
      expect(href, kind).toMatch(isFile ? /[?&]lingua=en$/ : /example\.it\/en(\/|$)/);
    }
  }
});

test("an address that is no web address becomes no link", () => {
  const view = mailViews("Nome", "Titolo").certificate;
  const mail = renderMail(
    "certificate",
    { ...view, certificateUrl: "javascript:alert(1)" },
    { locale: "it", sender },
  );
  expect(mail.html).not.toContain("javascript:");
});
