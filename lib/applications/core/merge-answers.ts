import { answerMark } from "./answer-mark";

type Answers = Readonly<Record<string, unknown>>;

/** Who wrote an answer last, from which opening of the page, and which of its saves it was. */
export type Change = { by: string; at: string; page: string; number: number };

export type StoredAnswers = {
  answers: Answers;
  revision: number;
  changes: Readonly<Record<string, Change>>;
};

export type SentAnswers = {
  answers: Answers;
  /** Revision of the section when the page was read. */
  readAt: number;
  /** Marks of the answers as the page had read them. */
  was: Readonly<Record<string, string>>;
  writer: Change;
};

export type Merge = {
  answers: Record<string, unknown>;
  changes: Record<string, Change>;
  /** Grows by one when an answer changed. */
  revision: number;
  /** Written here and elsewhere, to different ends: the stored one stays until somebody chooses. */
  conflicts: string[];
  /** Written elsewhere and left alone here. */
  news: string[];
};

/**
 * Puts the answers of a page together with what is stored, answer by answer. An answer is written
 * only over what its page had read; what the page did not touch never goes back in time; a save of
 * the same page that comes late, or a second time, undoes no later one.
 */
export function mergeAnswers(stored: StoredAnswers | undefined, sent: SentAnswers): Merge {
  const merge: Merge = {
    answers: { ...stored?.answers },
    changes: { ...stored?.changes },
    revision: stored?.revision ?? 0,
    conflicts: [],
    news: [],
  };
  let changed = false;
  for (const [field, answer] of Object.entries(sent.answers)) {
    switch (fateOf(field, answer, stored, sent)) {
      case "write":
        merge.answers[field] = answer;
        merge.changes[field] = sent.writer;
        changed = true;
        break;
      case "conflict":
        merge.conflicts.push(field);
        break;
      case "news":
        merge.news.push(field);
        break;
      case "keep":
        break;
    }
  }
  if (changed) merge.revision += 1;
  return merge;
}

type Fate = "write" | "keep" | "news" | "conflict";

function fateOf(
  field: string,
  answer: unknown,
  stored: StoredAnswers | undefined,
  { readAt, was, writer }: SentAnswers,
): Fate {
  const standing = answerMark(stored?.answers[field]);
  const mark = answerMark(answer);
  if (mark === standing) return "keep";
  const last = stored?.changes[field];
  if (last?.page === writer.page && last.by === writer.by) {
    return writer.number < last.number ? "keep" : "write";
  }
  if (readAt === (stored?.revision ?? 0)) return "write";
  const read = was[field];
  if (read === standing) return "write";
  return read === mark ? "news" : "conflict";
}
