import type { IFunctionIdentifier, IParser } from "@xterm/xterm";

/** The queries that xterm answers: attributes, status, cursor, modes, version, window size. */
const queries: readonly IFunctionIdentifier[] = [
  { final: "c" },
  { prefix: ">", final: "c" },
  { prefix: "=", final: "c" },
  { final: "n" },
  { prefix: "?", final: "n" },
  { intermediates: "$", final: "p" },
  { prefix: "?", intermediates: "$", final: "p" },
  { prefix: ">", final: "q" },
  { final: "t" },
];

/** DECRQSS and XTGETTCAP. */
const stringQueries: readonly IFunctionIdentifier[] = [
  { intermediates: "$", final: "q" },
  { intermediates: "+", final: "q" },
];

/** Palette, foreground, background and cursor colour: queries when a "?" stands for the colour. */
const colors: readonly number[] = [4, 10, 11, 12];

/** The clipboard: a guest neither reads nor writes the one of who looks at it. */
const clipboard = 52;

/**
 * Keeps a terminal from answering for the guest to hear while it may not: the queries in the history that it is shown
 * were answered long ago, and of several terminals one is enough.
 */
export function muteAnswers(parser: IParser, mayAnswer: () => boolean): void {
  const swallow = () => !mayAnswer();
  for (const query of queries) parser.registerCsiHandler(query, swallow);
  for (const query of stringQueries) parser.registerDcsHandler(query, swallow);
  for (const color of colors) parser.registerOscHandler(color, (data) => data.includes("?") && !mayAnswer());
  parser.registerOscHandler(clipboard, () => true);
}
