import type { ReadAnswer, ReadRequest } from "./protocol";

/** A batch that was asked for and is not answered yet. */
export class WaitingBatch {
  readonly answers: Promise<readonly ReadAnswer[]>;
  resolve: (answers: readonly ReadAnswer[]) => void = () => undefined;
  reject: (error: Error) => void = () => undefined;
  #heard = 0;

  constructor(readonly requests: readonly ReadRequest[]) {
    this.answers = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** @param count How many of its requests are answered. */
  heard(count: number): void {
    this.#heard = count;
  }

  /** The path that is being waited for. */
  get awaited(): string {
    return (this.requests[this.#heard] ?? this.requests.at(-1))?.path ?? "/";
  }
}
