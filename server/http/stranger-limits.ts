import { RateLimiterMemory } from "rate-limiter-flexible";
import { addressKey } from "../access/address-key";

/** Pages drawn for who is not signed in: so many in so many seconds. Each takes 12 ms of the one thread. */
const pages = { points: 200, duration: 20 } as const;

/** What those who are not signed in may ask for, by where they come from. */
export class StrangerLimits {
  readonly #pages: RateLimiterMemory;

  constructor(limits: { points: number; duration: number } = pages) {
    this.#pages = new RateLimiterMemory(limits);
  }

  /** Counts a page. */
  async mayHavePage(address: string): Promise<boolean> {
    return this.#pages.consume(addressKey(address)).then(
      () => true,
      () => false,
    );
  }
}
