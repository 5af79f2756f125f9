const mostBytes = 64 * 1024;
/** Well below the two seconds after which the server takes a silent viewer for a stalled one. */
const longestWait = 100;

/** Gathers acknowledgements: one a 64 KiB or a tenth of a second, so that a key's echo costs no frame of its own. */
export class AckBatch {
  #drawn = 0;
  #sent = 0;
  #held = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  readonly #send: (offset: number) => void;

  constructor(send: (offset: number) => void) {
    this.#send = send;
  }

  /** All bytes before `offset` are on the screen. */
  drawn(offset: number): void {
    this.#drawn = offset;
    if (this.#held) return;
    if (offset - this.#sent >= mostBytes) this.#flush();
    else this.#timer ??= setTimeout(() => this.#flush(), longestWait);
  }

  /** While held nothing is sent; what gathered goes out afterwards. */
  hold(held: boolean): void {
    this.#held = held;
    if (held) this.#stopWaiting();
    else if (this.#drawn > this.#sent) this.#flush();
  }

  /** A new connection begins, or none is left. */
  clear(): void {
    this.#stopWaiting();
    this.#drawn = 0;
    this.#sent = 0;
  }

  #flush(): void {
    this.#stopWaiting();
    this.#sent = this.#drawn;
    this.#send(this.#drawn);
  }

  #stopWaiting(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }
}
