/** Between a reading that failed and the next; what is shown meanwhile is what was read before. */
const pauseMs = 5_000;

/**
 * Reads something anew whenever it may have changed: one reading at a time, once more where it is asked for meanwhile, and again
 * after a pause where it failed, as nobody may tell of the change a second time.
 */
export class Rereading {
  #isUnderWay = false;
  #again = false;
  #ended = false;
  #timer: NodeJS.Timeout | undefined;

  readonly #read: () => Promise<unknown>;
  readonly #onFailure: (error: unknown) => void;

  constructor(read: () => Promise<unknown>, onFailure: (error: unknown) => void) {
    this.#read = read;
    this.#onFailure = onFailure;
  }

  /** Something may have changed. */
  request(): void {
    clearTimeout(this.#timer);
    if (this.#ended) return;
    if (this.#isUnderWay) {
      this.#again = true;
      return;
    }
    this.#isUnderWay = true;
    void this.#readOnce();
  }

  /** Nobody wants to know any more. */
  end(): void {
    this.#ended = true;
    clearTimeout(this.#timer);
  }

  async #readOnce(): Promise<void> {
    const isRead = await this.#read().then(
      () => true,
      (error: unknown) => {
        if (!this.#ended) this.#onFailure(error);
        return false;
      },
    );
    this.#isUnderWay = false;
    if (this.#again) {
      this.#again = false;
      this.request();
    } else if (!isRead && !this.#ended) {
      this.#timer = setTimeout(() => this.request(), pauseMs);
    }
  }
}
