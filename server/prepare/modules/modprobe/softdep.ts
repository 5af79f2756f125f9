import { type Edit, edited } from "../../edit";
import { spliced } from "../splice";
import { argumentsOf, commandLines, type Word, withCommand } from "./command-lines";
import { isPatternOf } from "./module-pattern";

/**
 * Has vfio-pci loaded before a module, in a file of modprobe.d(5). Of several softdep commands of a module libkmod takes
 * the first (kmod_module_get_softdeps), so one that is there is completed.
 */
export function addSoftdep(text: string, module: string): Edit {
  const first = softdepOf(text, module);
  if (first === null) return edited(withCommand(text, `softdep ${module} pre: vfio-pci`));
  if (first.hasVfio) return edited(text);
  return edited(spliced(text, [{ from: first.at, to: first.at, insert: first.insert }]));
}

/** Whether a file has a softdep command of this module; the first one that has decides. */
export function hasSoftdep(text: string, module: string): boolean {
  return softdepOf(text, module) !== null;
}

interface Softdep {
  hasVfio: boolean;
  /** What completes it, and where. */
  at: number;
  insert: string;
}

function softdepOf(text: string, module: string): Softdep | null {
  for (const line of commandLines(text)) {
    const words = argumentsOf(line, "softdep", (name) => isPatternOf(name, module));
    const name = line.words[1];
    if (words !== null && name !== undefined) return readSoftdep(words, name);
  }
  return null;
}

function readSoftdep(words: readonly Word[], name: Word): Softdep {
  let list = "";
  let hasVfio = false;
  for (const { text } of words) {
    if (/^(pre|post|weak):$/.test(text)) list = text;
    else hasVfio ||= list === "pre:" && /^vfio[-_]pci$/.test(text);
  }
  // "pre:vfio-pci" without the blank is no list; libkmod passes over it.
  const glued = words.find(({ text }) => /^pre:vfio[-_]pci$/.test(text));
  if (glued !== undefined) return { hasVfio, at: behind(glued, "pre:".length), insert: " " };
  const pre = words.find(({ text }) => text === "pre:");
  if (pre !== undefined) return { hasVfio, at: behind(pre), insert: " vfio-pci" };
  return { hasVfio, at: behind(name), insert: " pre: vfio-pci" };
}

function behind({ at, text }: Word, letters: number = text.length): number {
  return (at[letters - 1] ?? 0) + 1;
}
