import { RateLimiterMemory, RateLimiterRes } from "rate-limiter-flexible";
import { AppError } from "../errors";
import { addressKey } from "./address-key";
import { browserOf } from "./browser-mark";
import { accountKeyOf, type UserRecord } from "./users";

/** Wrong tries allowed in a quarter of an hour. */
const seconds = 15 * 60;
const ofPasswords = { perAddress: 20, perAccountThere: 10, perAccount: 100, perBrowser: 10 };
/**
 * Only who knows the password comes to try codes. So few for an account are no weapon of strangers, and all addresses
 * together need years for one of three right codes in a million.
 */
export const limitsOfCodes: typeof ofPasswords = { ...ofPasswords, perAccountThere: 5, perAccount: 20 };

/** A try to sign in: where it comes from, whom it is about, and the browser where that person signed in with it before. */
export interface SignInTry {
  address: string;
  /** The user's name, whether there is one or not. */
  name: string;
  /** What makes a new account of one that got a new password, so that this opens it again. */
  account: string | null;
  /** See `browserOf`; null for a stranger's. */
  browser: string | null;
}

/** A user's try to show that it is them. */
export function tryOf(user: UserRecord, from: { address: string; browserMark: string | null }): SignInTry {
  const browser = browserOf(from.browserMark, user);
  return { address: from.address, name: user.name, account: accountKeyOf(user), browser };
}

/**
 * Counts tries to sign in. A browser that its user signed in with before has a count of its own, so that nobody else can
 * lock that user out; whatever strangers try counts by where they come from, by that and the user, and by the user.
 */
export class SignInLimits {
  readonly #byAddress;
  readonly #byAccountThere;
  readonly #byAccount;
  readonly #byBrowser;

  constructor(limits = ofPasswords) {
    this.#byAddress = limiter(limits.perAddress);
    this.#byAccountThere = limiter(limits.perAccountThere);
    this.#byAccount = limiter(limits.perAccount);
    this.#byBrowser = limiter(limits.perBrowser);
  }

  /**
   * Counts a try before it is made, so that many at once can't slip through. The address comes first: it bounds how
   * many accounts one place can fill the memory with. Throws an AppError "too-many-requests".
   */
  async begin(attempt: SignInTry): Promise<void> {
    if (attempt.browser !== null) return consume(this.#byBrowser, attempt.browser);
    await consume(this.#byAddress, addressKey(attempt.address));
    await consume(this.#byAccountThere, accountThere(attempt));
    await consume(this.#byAccount, accountKey(attempt));
  }

  /** Takes a try back that turned out right, and forgets the wrong ones of the same person before it. */
  async succeeded(attempt: SignInTry): Promise<void> {
    if (attempt.browser !== null) return void (await this.#byBrowser.delete(attempt.browser));
    await this.#byAddress.reward(addressKey(attempt.address));
    await this.#byAccountThere.delete(accountThere(attempt));
    await this.#byAccount.reward(accountKey(attempt));
  }
}

function limiter(points: number): RateLimiterMemory {
  return new RateLimiterMemory({ points, duration: seconds });
}

async function consume(counter: RateLimiterMemory, key: string): Promise<void> {
  try {
    await counter.consume(key);
  } catch (error) {
    if (!(error instanceof RateLimiterRes)) throw error;
    const wait = Math.ceil(error.msBeforeNext / 60_000);
    throw new AppError("too-many-requests", {
      userMessage: `Too many wrong tries to sign in. Wait ${wait === 1 ? "a minute" : `${wait} minutes`} and try again, or use a browser that you signed in with before.`,
    });
  }
}

function accountKey({ name, account }: SignInTry): string {
  return `${name.trim().toLowerCase()} ${account ?? ""}`;
}

function accountThere(attempt: SignInTry): string {
  return `${addressKey(attempt.address)} ${accountKey(attempt)}`;
}
