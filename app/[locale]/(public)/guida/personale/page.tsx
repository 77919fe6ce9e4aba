import type { Metadata } from "next";
import { getTranslations } from "next-intl/server";
import { Breadcrumb } from "@/components/ui/breadcrumb";
import { Feedback } from "@/components/ui/feedback";
import { Link } from "@/components/ui/link";
import { routes } from "@/lib/routes";

const PARTS = [
  "signIn",
  "regimes",
  "call",
  "editor",
  "form",
  "publish",
  "copies",
  "desk",
  "deadline",
  "acts",
  "review",
  "messages",
  "integration",
  "decide",
  "outcome",
  "letters",
  "retention",
  "mistakes",
  "territory",
] as const;

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("staff");
  return { title: t("guide.title"), description: t("guide.lead") };
}

/** How staff run a call, from the first draft to the letters. */
export default async function StaffGuidePage() {
  const t = await getTranslations("staff");
  return (
    <>
      <div className="container ct-pagehead-narrow">
        <Breadcrumb
          items={[{ label: t("guide.all"), href: routes.guide() }, { label: t("guide.title") }]}
        />
        <h1>{t("guide.title")}</h1>
        <p className="ct-lead">{t("guide.lead")}</p>
        <nav aria-label={t("guide.index")}>
          <ol>
            {PARTS.map((part) => (
              <li key={part}>
                <a href={`#${part}`}>{t(`guide.${part}.title`)}</a>
              </li>
            ))}
          </ol>
        </nav>
        {PARTS.map((part) => (
          <section key={part} id={part} aria-labelledby={`${part}-title`}>
            <h2 id={`${part}-title`}>{t(`guide.${part}.title`)}</h2>
            <p>{t(`guide.${part}.text`)}</p>
            <p>{t(`guide.${part}.more`)}</p>
          </section>
        ))}
        <p>
          <Link href={routes.staffHome()}>{t("guide.go")}</Link>
        </p>
      </div>
      <Feedback page={routes.guideFor("personale")} />
    </>
  );
}
