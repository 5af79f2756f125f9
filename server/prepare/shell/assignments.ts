import { type SimpleCommand, simpleCommands } from "./shell-blocks";
import { readShell, type ShellPiece, type ShellWord } from "./shell-reader";

/** A variable that a script sets. */
export interface Assignment {
  name: string;
  /** "+=" adds to what it was; bash alone knows that. */
  adds: boolean;
  /** From 1. */
  line: number;
  /** Where the value stands in the text, quotes and all. */
  from: number;
  to: number;
  pieces: readonly ShellPiece[];
  /** Of an array; null of a text. */
  members: readonly ShellWord[] | null;
  /** It stands in a block: nobody knows whether it counts. */
  isConditional: boolean;
}

/** What a file of assignments holds: /etc/default/grub and its like, which a shell reads. */
export interface AssignmentFile {
  text: string;
  assignments: readonly Assignment[];
  /** Commands that are no assignments: what they do to the variables is not known. */
  commands: readonly { line: number; text: string }[];
  /** The line of a quote, a bracket or a block that never ends; null where all do. */
  unclosedAt: number | null;
}

/** Reads a shell file that sets variables. */
export function readAssignments(text: string): AssignmentFile {
  const script = readShell(text);
  const { commands, openAt } = simpleCommands(text, script);
  const read = commands.map((command) => ({ command, set: assignmentsOf(text, command) }));
  return {
    text,
    assignments: read.flatMap(({ set }) => set ?? []),
    commands: read
      .filter(({ set }) => set === null)
      .map(({ command }) => ({ line: command.line, text: commandText(text, command) })),
    unclosedAt: script.unclosedAt ?? openAt,
  };
}

const assigned = /^([A-Za-z_]\w*)(?:\[(["']?)([\w-]+)\2\])?(\+?)=/;

/** null where the command is another one. */
function assignmentsOf(text: string, { line, words, isConditional }: SimpleCommand): Assignment[] | null {
  const [first] = words;
  const isExport = first !== undefined && text.slice(first.from, first.to) === "export";
  const candidates = isExport ? words.slice(1) : words;
  const found = candidates.map(({ from, to, pieces, members }): Assignment | null => {
    const match = assigned.exec(text.slice(from, to));
    if (match === null) return null;
    const start = from + match[0].length;
    return {
      name: match[3] === undefined ? (match[1] ?? "") : `${match[1]}[${match[3]}]`,
      adds: match[4] === "+",
      line,
      from: start,
      to,
      pieces: pieces.flatMap((piece) => behind(piece, start)),
      members,
      isConditional,
    };
  });
  return found.every((one) => one !== null) ? found : null;
}

/** The part of a piece that stands behind the "=". */
function behind(piece: ShellPiece, start: number): ShellPiece[] {
  if (piece.to < start || (piece.to === start && piece.quote === "none")) return [];
  return [{ ...piece, from: Math.max(piece.from, start) }];
}

function commandText(text: string, { words }: SimpleCommand): string {
  return text.slice(words[0]?.from ?? 0, words.at(-1)?.to ?? 0);
}
