import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialImagePath } from "../trial-image-path";
import { trialLine } from "../trial-line";

/** A Boot Loader Specification entry of type 1 (UAPI.1). */
export interface EntryFile {
  /** "boot/efi/loader/entries/debian-6.1.conf" */
  path: string;
  text: string;
}

/** What stands for the value of `options`, where that is not told by the file. */
export interface TrialEntryOptions {
  change: LineChange;
  /** The line that the entry starts with now. */
  words: string;
  /** Where the trial's initial RAM disk is, beside the one that the entry names; null: it keeps that. */
  imageBeside: ((disk: string) => TrialImagePath) | null;
  /** Keys that the copy does without. */
  without: readonly string[];
}

/** The partition that an entry's paths begin at: "boot/efi". */
export function mountOf({ path }: EntryFile): string {
  return path.replace(/\/?loader\/entries\/[^/]*$/, "");
}

/** The words of all lines `options`, which are joined. */
export function optionsOf({ text }: EntryFile): string {
  return [...text.matchAll(/^options[ \t]+(.*?)[ \t\r]*$/gm)].map((match) => match[1] ?? "").join(" ");
}

/** A copy of an entry that starts with another line, and with the trial's initial RAM disk in place of its last one. */
export function trialCopy(
  entry: EntryFile,
  { change, words, imageBeside, without }: TrialEntryOptions,
): { text: string; image: TrialImagePath | null } {
  const last = disksOf(entry).at(-1);
  if (imageBeside !== null && last === undefined)
    throw new Refused(`/${entry.path} names no initial RAM disk, in whose place the trial's could be.`);
  const image = imageBeside === null || last === undefined ? null : imageBeside(last);
  const lines = entry.text.split(/\r?\n/).flatMap((line) => {
    const [key = ""] = /^\S+/.exec(line) ?? [];
    if (key === "options" || without.includes(key)) return [];
    if (key === "title") return ["title Passdeck: what is being tried"];
    if (key !== "initrd" || image === null || last === undefined) return [line];
    const words = line.split(/(?<=[ \t])(?=\S)|(?<=\S)(?=[ \t])/);
    return [words.map((word) => (word === last ? image.asLoaderFinds : word)).join("")];
  });
  const text = lines.join("\n").trimEnd();
  return { text: `${text}\noptions ${trialLine(words, change)}\n`, image };
}

/** The initial RAM disks by their order; GRUB's variables among them stand for what cannot be known. */
function disksOf({ text }: EntryFile): string[] {
  const lines = [...text.matchAll(/^initrd[ \t]+(.*?)[ \t\r]*$/gm)].map((match) => match[1] ?? "");
  return lines.flatMap((line) => line.split(/[ \t]+/)).filter((word) => !word.startsWith("$"));
}
