import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { SendForm } from "@/components/applicant/send-form";
import { labelled } from "@/components/applicant/step-errors";
import type { Section } from "@/lib/calls/core/form-definition";
import applications from "@/lib/i18n/messages/it/applications.json";
import common from "@/lib/i18n/messages/it/common.json";
import fields from "@/lib/i18n/messages/it/fields.json";

test("a label that ends a sentence gets no colon behind it", () => {
  expect(labelled("Nome", "Manca.")).toBe("Nome: Manca.");
  expect(labelled("Quanti anni hai?", "Scegli.")).toBe("Quanti anni hai? Scegli.");
  expect(labelled("Indirizzo:", "Manca.")).toBe("Indirizzo: Manca.");
  expect(labelled("Dichiaro di averlo letto.", "Serve.")).toBe("Dichiaro di averlo letto. Serve.");
});

const declaration = (id: string, text: string) => ({
  id,
  type: "declaration" as const,
  label: { it: text, en: text },
  required: true,
  purpose: "declaration" as const,
  visibility: "staff" as const,
});

test("the summary of what is missing names each declaration, with a way to it", () => {
  const sections = [
    {
      id: "declarations",
      step: "declarations",
      title: { it: "Dichiarazioni", en: "Declarations" },
      fields: [
        declaration("truth", "Le informazioni sono vere."),
        declaration("rules", "Accetto le regole dell’avviso"),
      ],
    },
  ] as unknown as Section[];
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale="it"
      timeZone="Europe/Rome"
      messages={{ applications, common, fields }}
    >
      <SendForm
        applicationId="a"
        locale="it"
        sections={sections}
        ticked={[]}
        attempted={true}
        hidden={{ key: "k", content: "c", version: 1, token: "t" }}
        body="SdS"
        applicant="Lucia"
      />
    </NextIntlClientProvider>,
  );
  const lines = [...page.matchAll(/<a href="#(\w+)">([^<]+)<\/a>/g)].map(([, id, text]) => [
    id,
    text,
  ]);
  expect(lines).toEqual([
    ["truth", `Le informazioni sono vere. ${fields.mustAccept}`],
    ["rules", `Accetto le regole dell’avviso: ${fields.mustAccept}`],
  ]);
});
