/** A text for a file; the path is without a leading slash. */
export interface FileText {
  file: string;
  text: string;
}

/** What an edit makes of a file. The same text means that there is nothing to do. */
export type Edit =
  | { kind: "text"; text: string }
  /** `instead` is a file of our own that does it without touching theirs. */
  | { kind: "refused"; reason: string; instead: FileText | null };

export function refused(reason: string, instead: FileText | null = null): Edit {
  return { kind: "refused", reason, instead };
}

export function edited(text: string): Edit {
  return { kind: "text", text };
}
