import { RateLimiterMemory } from "rate-limiter-flexible";
import { AppError } from "../../errors";
import { addressKey } from "../address-key";

/** Steps of a sign-in by a provider that one address may take in a minute. */
const steps = { points: 60, duration: 60 } as const;

/**
 * Bounds what strangers have this server ask of a provider. Wrong tries are not counted beyond that: nobody guesses a code
 * that is random and good for one sealed note, and whoever shares an address with somebody must not lock them out.
 */
export class ProviderLimits {
  readonly #byAddress = new RateLimiterMemory(steps);

  /** @throws AppError "too-many-requests" */
  async take(address: string): Promise<void> {
    const mayGoOn = await this.#byAddress.consume(addressKey(address)).then(
      () => true,
      () => false,
    );
    if (!mayGoOn)
      throw new AppError("too-many-requests", {
        userMessage: "Too many sign-ins were begun from your address. Wait a minute and try again.",
      });
  }
}
