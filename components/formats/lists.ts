const conjunction = new Intl.ListFormat("en-GB");

/** "br0, br1 and br2": the "and" is a word, and words are English. */
export function formatList(words: readonly string[]): string {
  return conjunction.format(words);
}
