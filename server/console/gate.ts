/** Lets only so many tasks run at the same time; the others wait in the order they came. */
export class Gate {
  #running = 0;
  readonly #waiting: (() => void)[] = [];

  readonly #width: number;

  constructor(width: number) {
    this.#width = width;
  }

  async run<T>(task: () => Promise<T>): Promise<T> {
    if (this.#running >= this.#width) await new Promise<void>((enter) => this.#waiting.push(enter));
    else this.#running++;
    try {
      return await task();
    } finally {
      // The place is handed over, not freed: nobody can slip in between.
      const next = this.#waiting.shift();
      if (next === undefined) this.#running--;
      else next();
    }
  }
}
