export interface HeartbeatOptions {
  ping: () => void;
  /** Whether all that was sent has left: a ping behind a long paste would prove nothing. */
  idle: () => boolean;
  dead: () => void;
  /** Milliseconds between pings, and how long an answer may take. */
  interval?: number;
  patience?: number;
}

/** Notices a connection that died without a word: a laptop that slept, a network that changed. */
export class Heartbeat {
  readonly #options: Required<HeartbeatOptions>;
  #interval: ReturnType<typeof setInterval> | undefined;
  #deadline: ReturnType<typeof setTimeout> | undefined;

  constructor(options: HeartbeatOptions) {
    this.#options = { interval: 15_000, patience: 10_000, ...options };
  }

  start(): void {
    this.stop();
    this.#interval = setInterval(() => this.#beat(), this.#options.interval);
  }

  stop(): void {
    clearInterval(this.#interval);
    this.heard();
  }

  /** Something came from the other side. */
  heard(): void {
    clearTimeout(this.#deadline);
    this.#deadline = undefined;
  }

  #beat(): void {
    if (this.#deadline !== undefined || !this.#options.idle()) return;
    this.#options.ping();
    this.#deadline = setTimeout(() => this.#options.dead(), this.#options.patience);
  }
}
