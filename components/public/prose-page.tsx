import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { routes } from "@/lib/routes";
import { SheetText } from "./sheet-text";

type Props = {
  title: string;
  lead: string;
  /** Title and text of each part, in the little markup of the sheets. */
  parts: { id: string; title: string; text: string }[];
  /** What stands above the page, between home and itself. */
  above?: { label: string; href: string };
  /** Under the text: links, buttons. */
  children?: ReactNode;
};

/** A page that is read: title, parts with an index beside them. */
export function ProsePage({ title, lead, parts, above, children }: Props) {
  const t = useTranslations("public");
  return (
    <div className="container pb-5">
      <Breadcrumb
        items={[
          { label: t("crumb"), href: routes.home() },
          ...(above ? [above] : []),
          { label: title },
        ]}
      />
      <div className="ct-pagehead">
        <h1>{title}</h1>
        <p className="ct-lead mb-0">{lead}</p>
      </div>
      <div className="ct-withside">
        <nav className="ct-side-sticky d-none d-lg-block" aria-label={t("onThisPage")}>
          <ul className="ct-index">
            {parts.map((part) => (
              <li key={part.id}>
                <a href={`#${part.id}`}>{part.title}</a>
              </li>
            ))}
          </ul>
        </nav>
        <div className="ct-doc">
          {parts.map((part) => (
            <section key={part.id} id={part.id}>
              <h2>{part.title}</h2>
              <SheetText text={part.text} />
            </section>
          ))}
          {children}
        </div>
      </div>
    </div>
  );
}
