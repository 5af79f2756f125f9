export type NoticeKind = "success" | "warning" | "error";

export interface Notice {
  id: number;
  kind: NoticeKind;
  title: string;
  description: string | null;
}

const none: readonly Notice[] = [];
const shownAtMost = 4;
/** Milliseconds that a notice stays; all but a success has more to read. */
const staysFor: Readonly<Record<NoticeKind, number>> = { success: 5_000, warning: 12_000, error: 12_000 };

/** The notices that stand in the corner now, newest last. */
export class NoticeBoard {
  #notices = none;
  #lastId = 0;
  readonly #listeners = new Set<() => void>();

  current = (): readonly Notice[] => this.#notices;

  subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => void this.#listeners.delete(listener);
  };

  /** Puts a notice up; answers its id. The oldest goes where there are too many. */
  add(kind: NoticeKind, title: string, description: string | null): number {
    this.#lastId += 1;
    this.#set([...this.#notices, { id: this.#lastId, kind, title, description }].slice(-shownAtMost));
    return this.#lastId;
  }

  remove(id: number): void {
    if (this.#notices.some((notice) => notice.id === id))
      this.#set(this.#notices.filter((notice) => notice.id !== id));
  }

  #set(notices: readonly Notice[]): void {
    this.#notices = notices;
    for (const listener of [...this.#listeners]) listener();
  }
}

/** The one board of this page. */
export const noticeBoard = new NoticeBoard();

/** Shows a notice in the corner for a few seconds; it is read out too. */
export function notify(kind: NoticeKind, title: string, description?: string): void {
  const id = noticeBoard.add(kind, title, description ?? null);
  setTimeout(() => noticeBoard.remove(id), staysFor[kind]);
}
