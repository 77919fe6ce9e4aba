import {
  Callout,
  H1,
  H2,
  H3,
  Lang,
  Lead,
  Link,
  List,
  P,
  Small,
  Strong,
  Together,
} from "@/lib/pdf/components";
import { SealPlace, VerifyPanel } from "@/lib/pdf/figures";
import { Letter, type LetterProps } from "@/lib/pdf/letter";
import { DataTable, KeyValueTable } from "@/lib/pdf/tables";

const VERIFY = "https://cantieri.example.org/verifica/K7Q2-M9XD-4TRA";

export const LETTER: Omit<LetterProps, "children"> = {
  title: "Ricevuta della candidatura LUN-2026-000147",
  language: "it",
  issuedAt: "2026-11-21T10:59:58Z",
  sender: {
    name: "Società della Salute della Lunigiana",
    lines: [
      "Ufficio partecipazione · Largo Giromini 2, 54013 Fivizzano (MS)",
      "PEC sds.lunigiana@postacert.example.it · Codice IPA sdsl_ms",
    ],
  },
  subject: "Ricevuta ai sensi dell'art. 18-bis L. 241/1990",
  footer: "Ricevuta LUN-2026-000147 · verifica con il codice K7Q2-M9XD-4TRA",
  pageLabel: "Pagina {page} di {pages}",
};

/** Headings, paragraphs over pages, a table over four pages, lists, figure, links, languages. */
export function Sample({ rows = 120, letter = LETTER }: { rows?: number; letter?: typeof LETTER }) {
  return (
    <Letter {...letter}>
      <H1>Ricevuta della candidatura</H1>
      <Lead>
        Abbiamo ricevuto la candidatura di <Strong>Associazione Il Cantiere APS</Strong> all'avviso
        «Cantieri della salute, seconda edizione».
      </Lead>
      <KeyValueTable
        rows={[
          { label: "Codice", value: "LUN-2026-000147" },
          { label: "Ricevuta il", value: "21/11/2026, ore 11:59:58 (ora italiana, UTC+01:00)" },
          { label: "Presentata da", value: "Șerban Țăndărică, legale rappresentante" },
          { label: "Referente", value: "Maria Grazia D'Amico" },
          { label: "Nome in arabo", value: "Sig. محمد بن علي 12 (presidente)" },
          { label: "Protocollo", value: "" },
          {
            label: "Impronta SHA-256",
            value: "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08",
          },
        ]}
      />
      <Callout>
        <P>
          <Strong>Il protocollo è in corso.</Strong> La data sarà quella di presentazione.
        </P>
      </Callout>
      <H2>Che cosa succede adesso</H2>
      <List
        numbered
        items={[
          "Controlliamo che la domanda sia completa.",
          <>
            Se manca qualcosa ti scriviamo a{" "}
            <Link href="mailto:info@ilcantiere.example.org" contents="Scrivi all'associazione">
              info@ilcantiere.example.org
            </Link>
            .
          </>,
          "L'esito arriva entro 30 giorni.",
        ]}
      />
      <Together>
        <H3>Come verificare questo documento</H3>
        <VerifyPanel text={VERIFY} alt="Codice QR che porta alla pagina di verifica del documento">
          <P>
            Vai su{" "}
            <Link href={VERIFY} contents="Verifica questo documento">
              {VERIFY}
            </Link>{" "}
            oppure inquadra il codice. In inglese:{" "}
            <Lang lang="en">verify this document online</Lang>.
          </P>
        </VerifyPanel>
      </Together>
      <SealPlace name="sigillo" label="Sigillo elettronico" />
      <H2>Allegati</H2>
      <DataTable
        columns={[
          { label: "N.", share: 0.5, align: "right" },
          { label: "File", share: 3 },
          { label: "Dimensione", align: "right" },
        ]}
        rows={Array.from({ length: rows }, (_, index) => [
          String(index + 1),
          `Documento numero ${index + 1}.pdf`,
          `${(index * 37) % 900} kB`,
        ])}
      />
      <H2>Informativa</H2>
      {Array.from({ length: 12 }, (_, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: a document is rendered once
        <P key={index}>{LONG}</P>
      ))}
      <Small>Avverso questo provvedimento puoi ricorrere al TAR entro 60 giorni.</Small>
      <List items={["Conservazione: un anno", "Base giuridica: interesse pubblico"]} />
    </Letter>
  );
}

const LONG =
  "Il trattamento dei dati personali avviene per l'esecuzione di un compito di interesse pubblico. " +
  "I dati sono trattati da persone autorizzate, con strumenti informatici, per il tempo necessario " +
  "alla procedura e agli obblighi di conservazione. Puoi chiedere di vedere, correggere e ricevere " +
  "i tuoi dati in ogni momento, senza formalità, scrivendo all'ufficio indicato in questa lettera.";
