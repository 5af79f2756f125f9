/** Those lines of a text that match, each with its end. */
export function matchingLines(text: string, wanted: RegExp): string {
  const lines = text.split("\n").filter((line) => wanted.test(line));
  return lines.map((line) => `${line}\n`).join("");
}
