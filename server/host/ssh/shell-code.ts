/*
 * Commands go to sshd as one text, which the user's own shell reads: bash, fish or csh. What is given here means the same to
 * all of them.
 */

/** One command of sh, whatever the user's shell. @param code For POSIX sh. */
export function shCommand(code: string): string {
  // Octal digits within quotes are all that the user's shell sees; fish leaves a backslash before a digit alone, too.
  const digits = [...Buffer.from(code)].map((byte) => `\\0${byte.toString(8).padStart(3, "0")}`).join("");
  return `exec sh -c 'eval "$(printf %b "${digits}")"'`;
}

/** A program with its arguments, as sh code. */
export function wordsAsCode(words: readonly string[]): string {
  return words.map((word) => `'${word.replaceAll("'", `'\\''`)}'`).join(" ");
}
