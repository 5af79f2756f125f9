import { type KernelParameter, kernelParameter } from "../../host/kernel-parameters";
import type { LineDialect } from "./dialect";

/** A word of a kernel line, with where it stands in the file's spelling. */
export interface LineWord extends KernelParameter {
  from: number;
  to: number;
}

/** A kernel line as an edit sees it. */
export interface LineWords {
  /** What the kernel takes. */
  words: readonly LineWord[];
  /** Where "--" stands, behind which all is init's (kernel-parameters.rst); null where there is none. */
  dashes: number | null;
}

/** Takes a kernel line apart. */
export function lineWords(line: string, { word, decode }: LineDialect): LineWords {
  const all = [...line.matchAll(word)].map((match) => ({
    ...kernelParameter(decode(match[0])),
    from: match.index,
    to: match.index + match[0].length,
  }));
  const index = all.findIndex(({ text }) => text === "--");
  return index < 0
    ? { words: all, dashes: null }
    : { words: all.slice(0, index), dashes: all[index]?.from ?? null };
}
