import { setTimeout as delay } from "node:timers/promises";
import { GivenUp } from "../../job/given-up";

/** Between two tries, milliseconds. */
const tryMs = 500;

/**
 * Asks a host that may not answer until it does.
 * @param ask null: it is not decided yet.
 * @param unknown What is told where the wait was given up.
 * @throws GivenUp where `signal` gave it up.
 */
export async function untilTold<Found>(
  signal: AbortSignal,
  ask: () => Promise<Found | null>,
  unknown: string,
): Promise<Found> {
  for (;;) {
    // Whatever keeps it from answering, it has not answered.
    const found = await ask().catch(() => null);
    if (found !== null) return found;
    await delay(tryMs, undefined, { signal }).catch(() => {
      throw new GivenUp(unknown);
    });
  }
}
