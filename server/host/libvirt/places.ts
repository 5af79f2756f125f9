import { AppError } from "../../errors";

export interface PlacesOptions {
  /** How many may be taken at a time. */
  most: number;
  /** How long somebody waits for one, milliseconds. */
  patienceMs: number;
  /** What takes them, for people: "uploads, copies and consoles". */
  what: string;
}

/** A bound with a queue: at most so many at a time, the rest in the order in which they came. */
export class Places {
  #taken = 0;
  readonly #waiting = new Set<() => void>();

  readonly #options: PlacesOptions;

  constructor(options: PlacesOptions) {
    this.#options = options;
  }

  /** Resolves once there is a place; it has to be given back. An AppError "timed-out" where none came free in time. */
  async take(): Promise<void> {
    if (this.#taken < this.#options.most) {
      this.#taken += 1;
      return;
    }
    await new Promise<void>((resolve, reject) => {
      const enter = () => {
        clearTimeout(timer);
        resolve();
      };
      const timer = setTimeout(() => {
        this.#waiting.delete(enter);
        reject(this.#allTaken());
      }, this.#options.patienceMs);
      this.#waiting.add(enter);
    });
  }

  /** Gives a place back; whoever waits longest has it. */
  giveBack(): void {
    const [next] = this.#waiting;
    if (next === undefined) {
      this.#taken -= 1;
      return;
    }
    this.#waiting.delete(next);
    next();
  }

  #allTaken(): AppError {
    const { most, patienceMs, what } = this.#options;
    return new AppError("timed-out", {
      userMessage: `${most} ${what} of this host are under way, and none ended within ${patienceMs / 1000} s. Wait until some have ended, or cancel them; then try again.`,
    });
  }
}
