import { type KernelParameter, parametersOfKernel } from "../kernel-parameters";
import { plainText } from "../plain-text";
import type { Evidence } from "./check.schema";
import { type CheckSources, paths } from "./check-sources";

/** More than anybody reads of one file. */
const mostLines = 4;

/** The first lines of a file that match, with their numbers. @param path Relative to the host's root. */
export function linesWith(path: string, text: string | null, wanted: RegExp, most = mostLines): Evidence[] {
  return numbered(`/${path}`, (text ?? "").split("\n"), wanted, most);
}

/** As {@link linesWith}, of lines that have a name of their own. */
export function numbered(
  file: string,
  lines: readonly string[],
  wanted: RegExp,
  most = mostLines,
): Evidence[] {
  const found: Evidence[] = [];
  for (const [index, line] of lines.entries()) {
    if (!wanted.test(line)) continue;
    if (found.push({ file, line: index + 1, text: plainText(line) }) === most) break;
  }
  return found;
}

/** A file whose one line is the whole of it, as most of sysfs are; nothing where it was not read. */
export function wordOf(path: string, word: string | null): Evidence[] {
  return word === null ? [] : [{ file: `/${path}`, line: 1, text: plainText(word) }];
}

/** That a file is there. */
export function there(path: string): Evidence {
  return { file: `/${path}`, line: null, text: "It is there." };
}

/** Words of the kernel's line. */
export function onCommandLine(words: readonly Pick<KernelParameter, "text">[]): Evidence[] {
  const text = plainText(words.map((word) => word.text).join(" "));
  return text === "" ? [] : [{ file: `/${paths.commandLine}`, line: 1, text }];
}

/** Parameters of the running kernel of these names, in their order. */
export function parametersNamed(
  { commandLine }: Pick<CheckSources, "commandLine">,
  ...names: string[]
): KernelParameter[] {
  return parametersOfKernel(commandLine).filter(({ name }) => names.includes(name));
}
