import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors";
import { addressKey } from "./address-key";

const minutes = 60;

/** Failed sign-ins allowed in a quarter of an hour. */
const signInLimits = { perAddress: 20, perAccount: 10, seconds: 15 * minutes } as const;

/** Counts tries to sign in, by where they come from and by whom they are about, whether that user exists or not. */
export class SignInLimits {
  readonly #byAddress = new RateLimiterMemory({
    points: signInLimits.perAddress,
    duration: signInLimits.seconds,
  });
  readonly #byAccount = new RateLimiterMemory({
    points: signInLimits.perAccount,
    duration: signInLimits.seconds,
  });

  /**
   * Counts a try before it is made, so that many at once can't slip through. The address comes first: it bounds how
   * many accounts one place can fill the memory with. Throws an AppError "too-many-requests".
   */
  async begin(address: string, name: string): Promise<void> {
    await consume(this.#byAddress, addressKey(address));
    await consume(this.#byAccount, accountKey(name));
  }

  /** Takes a try back that turned out right, and forgets the account's wrong ones. */
  async succeeded(address: string, name: string): Promise<void> {
    await this.#byAddress.reward(addressKey(address));
    await this.#byAccount.delete(accountKey(name));
  }
}

async function consume(limiter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await limiter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const wait = Math.ceil(error.msBeforeNext / 60_000);
    throw new AppError("too-many-requests", {
      userMessage: `Too many wrong tries to sign in. Wait ${wait === 1 ? "a minute" : `${wait} minutes`} and try again.`,
    });
  }
}

function accountKey(name: string): string {
  return name.trim().toLowerCase();
}
