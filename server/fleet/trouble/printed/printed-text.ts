/**
 * A text as it stands in its source, a word that the right rule has to say, and the text with values filled in; without
 * the last where there is nothing to fill in.
 */
export type PrintedText = readonly [format: string, says: string, example?: string];

/** Texts of one file, with what stands before them where they are printed. */
export interface PrintedSource {
  source: string;
  before: string;
  texts: readonly PrintedText[];
}
