import { monitorEventLoopDelay } from "node:perf_hooks";

/** Milliseconds between two looks. */
const resolution = 1;

/** Watches for how long at most the event loop served nothing else. */
export class EventLoopGap {
  readonly #histogram = monitorEventLoopDelay({ resolution });

  start(): void {
    this.#histogram.enable();
  }

  /** The longest gap since the start, milliseconds. */
  stop(): number {
    this.#histogram.disable();
    return this.#histogram.max / 1e6;
  }
}
