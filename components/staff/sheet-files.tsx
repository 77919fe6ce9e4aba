import { useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Pill } from "@/components/ui/pill";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { routes } from "@/lib/routes";

/** The attachments, each with its check and its digest. They open as downloads, outside of any page. */
export function SheetFiles({ files }: { files: ApplicationSheet["files"] }) {
  const t = useTranslations("staff");
  return (
    <section className="rv-pdf" aria-labelledby="files">
      <h2 id="files">{t("sheet.files", { count: files.length })}</h2>
      {files.map((file) => (
        <article key={file.id} className="panel">
          <div className="panel-head">
            <h3 className="grow">
              <a href={routes.attachment(file.id)}>
                <Icon name="clip" size="xs" /> {file.name}
              </a>
            </h3>
            {file.state === "clean" ? (
              <Pill tone="on" icon="check-s">
                {t("sheet.clean")}
              </Pill>
            ) : (
              <Pill tone="warn" icon="warn">
                {t("sheet.notScanned")}
              </Pill>
            )}
          </div>
          <p className="small soft">
            {t("sheet.file", { type: file.mediaType, size: Math.ceil(file.size / 1024) })} · SHA-256{" "}
            <code className="ct-mono">
              {file.sha256.slice(0, 8)}…{file.sha256.slice(-4)}
            </code>
          </p>
        </article>
      ))}
    </section>
  );
}
