import type { Access } from "../access/access";
import { type ChangedUser, concerns } from "../access/access-changes";
import type { Session } from "../access/session";

/** An upload or a download under way. */
export interface Transfer {
  session: Session;
  /** Whether someone may do it; asked again while it runs, as rights change. */
  mayGoOn(session: Session): boolean;
  /** Breaks it off. */
  cut(): void;
}

/** How often it is asked whether who began a transfer still may; milliseconds. */
const checkMs = 10_000;

/** Every upload and download under way: what lasts for hours ends with the session and the right that it was begun with. */
export class OpenTransfers {
  readonly #open = new Set<Transfer>();
  readonly #access: Pick<Access, "sessionById" | "onChange">;
  readonly #timer: NodeJS.Timeout;
  readonly #stopListening: () => void;

  constructor(access: Pick<Access, "sessionById" | "onChange">, everyMs = checkMs) {
    this.#access = access;
    this.#stopListening = access.onChange((user) => this.#check(user));
    this.#timer = setInterval(() => this.#check(null), everyMs);
    this.#timer.unref();
  }

  /** Does `work`, which is one transfer, and keeps an eye on it for as long as it takes. */
  async during<Result>(transfer: Transfer, work: () => Promise<Result>): Promise<Result> {
    this.#open.add(transfer);
    try {
      return await work();
    } finally {
      this.#open.delete(transfer);
    }
  }

  /** Watches no more; what is under way goes on. */
  close(): void {
    clearInterval(this.#timer);
    this.#stopListening();
  }

  #check(changed: ChangedUser): void {
    for (const transfer of this.#open) {
      if (!concerns(changed, transfer.session.user.id)) continue;
      const session = this.#access.sessionById(transfer.session.id);
      if (session === null || !transfer.mayGoOn(session)) transfer.cut();
    }
  }
}
