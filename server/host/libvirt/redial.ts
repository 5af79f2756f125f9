import { watchSockets } from "./watch-sockets";

const firstMs = 100;
const longestMs = 30_000;

/** What stands in for chance and the sockets' folder in tests. */
export interface RedialParts {
  /** From 0 up to, not including, 1. */
  random?: () => number;
  watch?: typeof watchSockets;
}

/**
 * How long to wait before libvirt is dialled again: up to twice as long after each failure, 30 s at most, and by chance
 * anything below that, so that a fleet's servers do not come back in the same moment ("full jitter").
 * @param failures how often it has failed since it last stood
 */
export function redialDelay(failures: number, random: () => number = Math.random): number {
  return random() * Math.min(longestMs, firstMs * 2 ** Math.min(failures, 16));
}

/** A look-out for a libvirt that is away. */
export interface Redial {
  /**
   * Waits until it is time to dial again: after {@link redialDelay}, at once where the socket appears or has appeared,
   * or when `signal` gives up. Ends the look-out.
   * @returns whether the socket appeared
   */
  wait(failures: number, signal: AbortSignal): Promise<boolean>;
}

/**
 * Looks out for libvirt's socket from now on: to be called before libvirt is dialled, so that a socket that appears just
 * after it was missing is not overlooked.
 */
export function watchForRedial(
  sockets: readonly string[],
  { random = Math.random, watch = watchSockets }: RedialParts = {},
): Redial {
  let appeared = false;
  let wake = () => {};
  const stop = watch(sockets, () => {
    appeared = true;
    wake();
  });
  return {
    async wait(failures, signal) {
      if (!appeared && !signal.aborted) {
        const woken = new AbortController();
        wake = () => woken.abort();
        await pause(redialDelay(failures, random), AbortSignal.any([signal, woken.signal]));
      }
      stop();
      return appeared;
    },
  };
}

function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, milliseconds);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
