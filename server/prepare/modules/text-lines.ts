/** A line of a text; `text` is without its line end. */
export interface TextLine {
  text: string;
  from: number;
  /** Where the next line begins. */
  next: number;
}

/** The lines of a text; what stands behind the last line end is a line unless it is empty. */
export function linesOf(text: string): TextLine[] {
  const lines: TextLine[] = [];
  for (let from = 0; from < text.length; ) {
    const end = text.indexOf("\n", from);
    const next = end < 0 ? text.length : end + 1;
    lines.push({ text: text.slice(from, end < 0 ? next : end), from, next });
    from = next;
  }
  return lines;
}

/** The line end that a text has: that of its first line. */
export function lineEndOf(text: string): "\n" | "\r\n" {
  return /^[^\n]*\r\n/.test(text) ? "\r\n" : "\n";
}

/** A text with lines behind its last one. A last line that has no line end gets none after it either. */
export function withLines(text: string, lines: readonly string[], lineEnd: string = "\n"): string {
  const isOpen = text !== "" && !text.endsWith("\n");
  return text + lines.map((line) => (isOpen ? lineEnd + line : line + lineEnd)).join("");
}

/** A text whose last line does not take the next one with it by a backslash. */
export function withoutContinuation(text: string): string {
  if (text.endsWith("\\")) return `${text}\n\n`;
  return text.endsWith("\\\n") ? `${text}\n` : text;
}

/** A text without some of its parts, of which it consists wholly. As before, it ends in a line end or does not. */
export function withoutParts(
  text: string,
  parts: readonly { from: number; next: number }[],
  isGone: (index: number) => boolean,
): string {
  const kept = parts.filter((_, index) => !isGone(index)).map(({ from, next }) => text.slice(from, next));
  const result = kept.join("");
  const isOpen = !text.endsWith("\n");
  return isOpen && isGone(parts.length - 1) ? result.replace(/\r?\n$/, "") : result;
}
