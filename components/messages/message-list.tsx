import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Icon } from "@/components/ui/icon";
import { MoreLink } from "@/components/ui/more-link";
import { StateLabel } from "@/components/ui/state-label";
import { isReady } from "@/lib/applications/core/rules";
import type { ThreadSide } from "@/lib/applications/core/thread";
import type {
  ApplicationThread,
  MessageFile,
  ShownMessage,
} from "@/lib/applications/queries/application-thread";
import { fileSize } from "@/lib/kernel/file-size";
import { dateAndHour } from "@/lib/kernel/rome-words";
import { routes } from "@/lib/routes";

type Props = {
  thread: ApplicationThread;
  /** Of the reader. */
  side: ThreadSide;
  /** The address of the page that it stands on. */
  page: string;
};

/** What was written, the earliest first; the reader's side stands at the right. */
export function MessageList({ thread, side, page }: Props) {
  const t = useTranslations("thread");
  const { messages, hasEarlier, lastNumber } = thread;
  const [first, last] = [messages[0], messages.at(-1)];
  if (!first || !last) return <p>{t(`none.${side}`)}</p>;
  return (
    <>
      {hasEarlier && (
        <p>
          <MoreLink href={`${page}?prima=${first.number}#messaggi`}>{t("earlier")}</MoreLink>
        </p>
      )}
      <ol className="ct-msgs">
        {messages.map((message) => (
          <Message key={message.number} message={message} mine={message.side === side} />
        ))}
      </ol>
      {last.number < lastNumber && (
        <p>
          <MoreLink href={`${page}#messaggi`}>{t("latest")}</MoreLink>
        </p>
      )}
    </>
  );
}

function Message({ message, mine }: { message: ShownMessage; mine: boolean }) {
  const t = useTranslations("thread");
  const locale = useLocale() === "en" ? "en" : "it";
  const { author, own, text, sentAt, files, isNew } = message;
  return (
    <li className={mine ? "is-me" : undefined}>
      <p className="who">
        {isNew && (
          <>
            <StateLabel kind="todo">{t("new")}</StateLabel>{" "}
          </>
        )}
        <bdi>{own ? t("you") : author}</bdi>, {dateAndHour(sentAt, locale)}
      </p>
      <p className="text">{text ? <bdi>{text}</bdi> : <em>{t("erased")}</em>}</p>
      <MessageFiles files={files} />
    </li>
  );
}

/** Files, each a link once it may be opened; `beside` is drawn after each. */
export function MessageFiles({
  files,
  beside,
}: {
  files: readonly MessageFile[];
  beside?: (file: MessageFile) => ReactNode;
}) {
  const t = useTranslations("thread");
  const locale = useLocale() === "en" ? "en" : "it";
  if (files.length === 0) return null;
  return (
    <ul className="ct-msgfiles">
      {files.map((file) => (
        <li key={file.id}>
          <Icon name="clip" size="xs" />
          <span>
            {isReady(file.state) ? (
              <a href={routes.messageFile(file.id)}>
                <bdi>{file.name}</bdi>
              </a>
            ) : (
              <bdi>{file.name}</bdi>
            )}
            {` (${fileSize(file.size, locale)})`}
            {!isReady(file.state) && <small>{t(`fileState.${file.state as "scanning"}`)}</small>}
          </span>
          {beside?.(file)}
        </li>
      ))}
    </ul>
  );
}
