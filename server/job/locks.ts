import { AppError } from "../errors";
import { type Claim, sharedSubject } from "./subjects";

/** Short work that has something in hand. */
interface Hold extends Claim {
  /** "Rename a VM" */
  title: string;
  ended: Promise<void>;
}

/** What short work has in hand: one at a time may work on a thing, and those who come later wait for their turn. */
export class Locks {
  readonly #holds = new Set<Hold>();

  /**
   * Does `work` when all that was asked for before about the same things has ended. Whoever waits does so only for
   * those who came before, all at once, so that no two ever wait for each other. `work` must not call this itself.
   */
  async during<Result>(
    claim: Claim & { title: string },
    work: () => Result | Promise<Result>,
  ): Promise<Result> {
    const before = [...this.#holds].filter((hold) => sharedSubject(hold, claim) !== null);
    let end: () => void = () => undefined;
    const ended = new Promise<void>((resolve) => (end = resolve));
    const hold = { ...claim, ended };
    this.#holds.add(hold);
    try {
      await Promise.all(before.map((other) => other.ended));
      return await work();
    } finally {
      this.#holds.delete(hold);
      end();
    }
  }

  /** @throws AppError "conflict" where somebody has one of the things in hand, or waits for it. */
  refuseHeld(claim: Claim): void {
    for (const hold of this.#holds) {
      if (sharedSubject(hold, claim) === null) continue;
      throw new AppError("conflict", {
        userMessage: `“${hold.title}” is being done to the same thing right now. Try again in a moment.`,
      });
    }
  }
}
