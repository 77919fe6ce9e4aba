import { useLocale, useTranslations } from "next-intl";
import { Icon } from "@/components/ui/icon";
import { Pill } from "@/components/ui/pill";
import { type AttachmentState, isReady } from "@/lib/applications/core/rules";
import { extensionOfType } from "@/lib/files/core/media-types";
import { fileSize } from "@/lib/kernel/file-size";
import type { ApplicationSheet } from "@/lib/review/queries/application-sheet";
import { routes } from "@/lib/routes";
import { SheetChanges } from "./sheet-changes";

const WAITING = { tone: "warn", icon: "clock-s" } as const;
const BLOCKED = { tone: "block", icon: "warn" } as const;
const LOOKS = {
  clean: { tone: "on", icon: "check-s" },
  notScanned: { tone: "warn", icon: "warn" },
  scanning: WAITING,
  infected: BLOCKED,
  refused: BLOCKED,
} as const satisfies Record<AttachmentState, object>;

/**
 * What answers to the office have changed, then the attachments, each with its check and its digest.
 * They open as downloads, outside of any page.
 */
export function SheetFiles({ sheet }: { sheet: ApplicationSheet }) {
  const t = useTranslations("staff");
  const locale = useLocale();
  const { files } = sheet;
  return (
    <section className="rv-pdf" aria-labelledby="files">
      <h2 id="files">{t("sheet.files", { count: files.length })}</h2>
      <SheetChanges sheet={sheet} />
      {files.map((file) => (
        <article key={file.id} className="panel">
          <div className="panel-head">
            <h3 className="grow">
              {isReady(file.state) ? (
                <a href={routes.attachment(file.id)}>
                  <Icon name="clip" size="xs" /> {file.name}
                </a>
              ) : (
                <>
                  <Icon name="lock" size="xs" /> {file.name}
                </>
              )}
            </h3>
            <Pill {...LOOKS[file.state]}>{t(`sheet.fileStates.${file.state}`)}</Pill>
          </div>
          {!isReady(file.state) && <p>{t(`sheet.closed.${closedBy(file.state)}`)}</p>}
          <p className="small soft">
            {extensionOfType(file.mediaType).toUpperCase()}, {fileSize(file.size, locale)} · SHA-256{" "}
            <code className="ct-mono">
              {file.sha256.slice(0, 8)}…{file.sha256.slice(-4)}
            </code>
          </p>
        </article>
      ))}
    </section>
  );
}

/** Why nobody opens it: the check is to come, or the file is to be replaced. */
function closedBy(state: AttachmentState): "scanning" | "infected" | "refused" {
  return state === "infected" || state === "refused" ? state : "scanning";
}
