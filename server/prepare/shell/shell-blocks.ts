import type { ShellScript, ShellWord } from "./shell-reader";

/** A simple command, without the keywords around it. */
export interface SimpleCommand {
  /** From 1. */
  line: number;
  words: readonly ShellWord[];
  /** It is run under a condition, in a loop, in a function or in another shell: nobody knows whether it counts. */
  isConditional: boolean;
}

const closers: ReadonlyMap<string, string> = new Map([
  ["if", "fi"],
  ["case", "esac"],
  ["for", "done"],
  ["while", "done"],
  ["until", "done"],
  ["select", "done"],
  ["(", ")"],
  ["{", "}"],
]);
/** Keywords in front of a further command. */
const passing: ReadonlySet<string> = new Set(["then", "else", "elif", "do", "!", "time", "in"]);

/** The simple commands of a script (POSIX, 2.9), and the line of a block that never ends; null where all do. */
export function simpleCommands(
  text: string,
  { commands }: ShellScript,
): { commands: SimpleCommand[]; openAt: number | null } {
  const blocks: { closer: string; line: number }[] = [];
  const simple: SimpleCommand[] = [];
  let isJoined = false;
  const enter = (opener: string, line: number) => {
    const closer = closers.get(opener);
    if (closer !== undefined) blocks.push({ closer, line });
    else if (opener === blocks.at(-1)?.closer) blocks.pop();
    else return passing.has(opener);
    return true;
  };
  for (const { line, words, ender } of commands) {
    let first = 0;
    for (let word = words[0]; word !== undefined; word = words[first]) {
      if (!enter(text.slice(word.from, word.to), line)) break;
      first += 1;
    }
    const rest = words.slice(first);
    if (rest.length > 0) simple.push({ line, words: rest, isConditional: isJoined || blocks.length > 0 });
    enter(ender, line);
    isJoined = /[&|]/.test(ender) || (isJoined && !/[\n;]/.test(ender));
  }
  return { commands: simple, openAt: blocks[0]?.line ?? null };
}
