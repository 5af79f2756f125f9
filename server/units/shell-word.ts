/** A word for a POSIX shell: quoted where it would read more than a word, whatever somebody called a file. */
export function shellWord(text: string): string {
  return /^[\w@%+=:,./-]+$/.test(text) ? text : `'${text.replaceAll("'", "'\\''")}'`;
}

/** A command as it is typed. */
export function shellCommand(words: readonly string[]): string {
  return words.map(shellWord).join(" ");
}
