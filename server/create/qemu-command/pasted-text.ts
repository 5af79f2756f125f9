/** A command as people paste it, as a shell can read it. */
export interface PastedText {
  text: string;
  /** Quotes or dashes of a word processor's were read as a shell's. */
  typographic: boolean;
}

/**
 * What no shell would read as it was meant: JSON as ps(1) prints it, without the quotes around it; a unit of systemd's;
 * quotes and dashes of web pages.
 */
export function pastedText(given: string): PastedText {
  const plain = given
    .replace(/[“”„]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/(?<=^|\s)[–—](?=[A-Za-z])/gm, "-");
  const text = plain
    .replace(/^[ \t]*ExecStart=[-@:+!|]*/gm, "")
    .replace(/(?<=\s)\{"[^\n']*?\}(?=\s|$)/gm, (json) => `'${json}'`);
  return { text, typographic: plain !== given };
}
