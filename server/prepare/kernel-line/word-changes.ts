import { plainDialect } from "./dialect";
import { lineWords } from "./line-words";

export interface WordChanges {
  /** Words that the line had not, in its order. */
  added: string[];
  /** Words that it has no more; a word whose value changed is among both. */
  removed: string[];
}

/** What became of the words of a kernel line. */
export function wordChanges(before: string, after: string): WordChanges {
  const [old, now] = [before, after].map((line) =>
    lineWords(line, plainDialect).words.map(({ text }) => text),
  );
  return {
    added: (now ?? []).filter((word) => !old?.includes(word)),
    removed: (old ?? []).filter((word) => !now?.includes(word)),
  };
}
