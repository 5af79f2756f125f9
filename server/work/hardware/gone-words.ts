/** What goes along with what was asked for, as a sentence of a plan; none where nothing does. */
export function goneWords(gone: readonly string[]): string[] {
  const words = [...new Set(gone)].join(", ");
  return words === "" ? [] : [`What belonged to it alone goes with it: ${words}.`];
}
