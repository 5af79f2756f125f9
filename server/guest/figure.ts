/**
 * A figure of a guest's driver in the unit that is shown; null of what is no number ("[N/A]"), and of more than there can be:
 * a guest may write whatever it likes. Pure.
 * @param most In the unit that is shown.
 */
export function figure(text: string | undefined, factor: number, most: number): number | null {
  if (text === undefined || !/^\d+(\.\d+)?$/.test(text)) return null;
  const value = Number(text) * factor;
  return value <= most ? value : null;
}

/** The most that figures can be: the whole time, bytes that a number tells exactly, degrees Celsius, watts. */
export const most = { share: 1, bytes: Number.MAX_SAFE_INTEGER, celsius: 200, watts: 10_000 } as const;
