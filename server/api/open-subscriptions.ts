import { AppError } from "../errors";

/** How many subscriptions one socket may hold. A page has a dozen. */
export const subscriptionsPerSocket = 64;

/** The subscriptions that one socket holds. */
export class OpenSubscriptions {
  #open = 0;

  /** @param onTooMany Called for each that is asked for beyond the limit. */
  constructor(private readonly onTooMany: () => void) {}

  /**
   * Counts one more.
   * @returns What takes it off again, once.
   * @throws AppError "too-many-requests" beyond the limit.
   */
  begin(): () => void {
    if (this.#open >= subscriptionsPerSocket) {
      this.onTooMany();
      throw new AppError("too-many-requests", {
        userMessage: `A page may watch ${subscriptionsPerSocket} things at once. Close some of them.`,
      });
    }
    this.#open += 1;
    let open = true;
    return () => {
      if (open) this.#open -= 1;
      open = false;
    };
  }
}

/** `items`, with `release` called when they end, or when `signal` says that nobody takes them any more. */
export async function* whileTaken<Item>(
  items: AsyncIterable<Item>,
  signal: AbortSignal | undefined,
  release: () => void,
): AsyncGenerator<Item, void, undefined> {
  signal?.addEventListener("abort", release, { once: true });
  try {
    yield* items;
  } finally {
    signal?.removeEventListener("abort", release);
    release();
  }
}
