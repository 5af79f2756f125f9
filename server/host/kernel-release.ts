/** A release as {@link isSince} compares it: major and minor number. */
export type Release = readonly [major: number, minor: number];

/**
 * Whether a kernel is of this release or a later one; false where its own text ("6.1.0-31-amd64") tells no number.
 */
export function isSince(kernel: string, [major, minor]: Release): boolean {
  const [, ownMajor, ownMinor] = /^(\d+)\.(\d+)/.exec(kernel)?.map(Number) ?? [];
  if (ownMajor === undefined || ownMinor === undefined) return false;
  return ownMajor > major || (ownMajor === major && ownMinor >= minor);
}
