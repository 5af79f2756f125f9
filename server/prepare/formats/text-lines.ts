/** A line of a text, with the end that it has: "\n", "\r\n", or none at the text's end. */
export interface TextLine {
  text: string;
  end: string;
}

/** The lines of a text; joined they are the text again. */
export function textLines(text: string): TextLine[] {
  return [...text.matchAll(/([^\r\n]*)(\r?\n|\r|$)/g)]
    .map((match) => ({ text: match[1] ?? "", end: match[2] ?? "" }))
    .filter(({ text: line, end }) => line !== "" || end !== "");
}

function joinedLines(lines: readonly TextLine[]): string {
  return lines.map(({ text, end }) => text + end).join("");
}

/** The text with those lines changed that `isOurs` names; all of them at once, so that one may know of the others. */
export function withLines(
  text: string,
  isOurs: (line: string, index: number, all: readonly TextLine[]) => boolean,
  change: (lines: string[]) => string[],
): string {
  const lines = textLines(text);
  const ours = lines.flatMap((line, index) => (isOurs(line.text, index, lines) ? [index] : []));
  const changed = change(ours.map((index) => lines[index]?.text ?? ""));
  const byIndex = new Map(ours.map((index, position) => [index, changed[position]]));
  return joinedLines(lines.map((line, index) => ({ ...line, text: byIndex.get(index) ?? line.text })));
}
