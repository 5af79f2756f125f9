/** Milliseconds before the n-th try in a row: none, then a quarter of a second, doubled up to ten seconds. */
export function defaultRetryDelay(attempt: number): number {
  return attempt === 0 ? 0 : Math.min(125 * 2 ** attempt, 10_000);
}
