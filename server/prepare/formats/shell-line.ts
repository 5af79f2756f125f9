import {
  bareDialect,
  doubleQuotedDialect,
  type LineDialect,
  singleQuotedDialect,
} from "../kernel-line/dialect";
import { EditedLine } from "../kernel-line/edit-line";
import type { Assignment } from "../shell/assignments";
import type { ShellPiece } from "../shell/shell-reader";

const dialects: Readonly<Record<ShellPiece["quote"], LineDialect>> = {
  double: doubleQuotedDialect,
  single: singleQuotedDialect,
  none: bareDialect,
};

/**
 * A text with the value of one of its assignments changed as a kernel line; its quotes stay what they are.
 * @param reader What reads the value besides the shell.
 */
export function withShellLine(
  text: string,
  { from, to, pieces }: Assignment,
  change: (line: EditedLine) => EditedLine,
  reader: (dialect: LineDialect) => LineDialect = (dialect) => dialect,
): string {
  const [piece] = pieces;
  const quote = piece?.quote ?? "none";
  if (piece === undefined || quote === "none")
    return withQuotedLine(text, from, to, (line) =>
      change(new EditedLine(line, reader(doubleQuotedDialect))),
    );
  const before = new EditedLine(text.slice(piece.from, piece.to), reader(dialects[quote]));
  return text.slice(0, piece.from) + change(before).text + text.slice(piece.to);
}

/** A value without quotes gets some once it has several words. */
function withQuotedLine(
  text: string,
  from: number,
  to: number,
  change: (line: string) => EditedLine,
): string {
  const before = text.slice(from, to);
  const after = change(before).text;
  if (after === before) return text;
  const isOneWord = bareDialect.encode(after) !== null;
  return `${text.slice(0, from)}${isOneWord ? after : `"${after}"`}${text.slice(to)}`;
}
