/** Longest text that is taken over from a host; names of real hardware stay far below. */
const longestText = 200;

/**
 * A text of the host's, made fit to be shown on a page and in a terminal: control characters (a captured folder may
 * hold escape sequences) and white space become one space, and it is cut to a sane length.
 */
export function plainText(text: string): string {
  const visible = text.replace(/[\p{Cc}\p{Cf}\s]+/gu, " ").trim();
  return visible.length > longestText ? `${visible.slice(0, longestText - 1)}…` : visible;
}
