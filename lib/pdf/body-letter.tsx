import type { ReactNode } from "react";
import { Link, P, Small, Strong, Together } from "./components";
import { type DocumentWords, localeOf } from "./document-words";
import { SealPlace, VerifyPanel } from "./figures";
import { Letter } from "./letter";

/** The body as a document names it. Empty texts are left out. */
export type LetterBody = {
  name: string;
  office: string;
  address: string;
  pec: string;
  email: string;
  phone: string;
};

/** What the view of every letter has. */
type LetterView = {
  locale: string;
  issuedAt: string;
  body: LetterBody;
  verification: { code: string; link: string };
};

type Props = {
  title: string;
  view: LetterView;
  t: DocumentWords;
  /** What the document says. */
  children: ReactNode;
  /** Its short end, such as who signs: it stands on the page of the code, which is never alone on one. */
  closing?: ReactNode;
  /** What follows after the code, such as the annexes of a receipt. */
  details?: ReactNode;
};

/** A letter of a body that anybody can verify, by code and QR, with the place of the seal. */
export function BodyLetter(props: Props) {
  const { title, view, t, children, closing, details } = props;
  const { locale, issuedAt, body, verification } = view;
  const contacts = [body.pec, body.email, body.phone].filter(Boolean).join(" · ");
  return (
    <Letter
      title={title}
      language={localeOf(locale)}
      issuedAt={issuedAt}
      sender={{ name: body.name, lines: [body.office, body.address, contacts].filter(Boolean) }}
      footer={`${t("foot", { code: verification.code })} · ${title}`}
      pageLabel={t("page", { page: "{page}", pages: "{pages}" })}
    >
      {children}
      <Together>
        {closing}
        <VerifyPanel
          text={verification.link}
          alt={t("verify.alt", { code: verification.code })}
          seal={<SealPlace name="seal" label={t("verify.seal")} width={150} />}
        >
          <P>
            <Strong>{t("verify.code", { code: verification.code })}</Strong>
          </P>
          <Small>
            {t("verify.how")}{" "}
            <Link href={verification.link} contents={t("verify.link", { code: verification.code })}>
              {verification.link}
            </Link>
          </Small>
        </VerifyPanel>
      </Together>
      {details}
    </Letter>
  );
}
