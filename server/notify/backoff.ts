const firstMs = 10_000;
const longestMs = 15 * 60_000;
/** A message is tried for this long. */
export const triedForMs = 24 * 3_600_000;

/**
 * How long to wait after a try that failed: twice as long each time, a quarter of an hour at most, and by chance up to
 * half of that less, so that what failed together is not tried together.
 * @param attempts How many there were.
 * @param chance 0…1
 */
export function waitAfter(attempts: number, chance: number): number {
  const whole = Math.min(longestMs, firstMs * 2 ** Math.min(attempts - 1, 20));
  return Math.round(whole * (1 - chance / 2));
}
