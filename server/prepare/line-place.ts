import type { KernelLineSource } from "../host/boot/boot-setup";
import { kernelParameter, kernelParameters, parameterName } from "../host/kernel-parameters";
import type { FileStep } from "./file-step";
import { changedLine } from "./kernel-line/change-line";
import { plainDialect } from "./kernel-line/dialect";
import { EditedLine } from "./kernel-line/edit-line";
import type { LineChange } from "./kernel-line/line-change";
import { type WordChanges, wordChanges } from "./kernel-line/word-changes";
import type { PrepareFiles } from "./prepare-files";
import { Refused } from "./refused";

/** Words that were asked for, in a file that has no place for them, are not passed over. */
export function refuseWithoutPlace(
  found: readonly { text: string }[],
  steps: readonly FileStep[],
  { file }: KernelLineSource,
  change: LineChange,
): void {
  const words = wordsOf(change);
  const isThere = (word: string) =>
    found.some(({ text }) => text.replaceAll("-", "_").includes(kernelParameter(word).name));
  if (steps.length > 0 || words.every(isThere)) return;
  throw new Refused(
    found.length === 0
      ? `${file} is not there.`
      : `Nothing in ${file} holds a kernel line that can be changed.`,
    `Add to the kernel line: ${words.join(" ")}`,
  );
}

/** The whole line for a file that is missing, where generators take the running kernel's until then. */
export function lineToWrite(
  files: PrepareFiles,
  { format, file }: KernelLineSource,
  change: LineChange,
): string {
  const running = (files.text("proc/cmdline") ?? "").replace(/(?:^|\s)(?:BOOT_IMAGE|initrd)=\S+/g, "").trim();
  if (!/^(?:plain|first-line)$/.test(format) || running === "")
    return `Add to the kernel line: ${wordsOf(change).join(" ")}`;
  return `Write into ${file}: ${changedLine(new EditedLine(running, plainDialect), change).text}`;
}

/** What changes of the line that the running kernel was started with; all of it where that is not known. */
export function runningChanges(commandLine: string | null, change: LineChange): WordChanges {
  const before = commandLine?.trim() ?? "";
  const after = changedLine(new EditedLine(before, plainDialect), change).text;
  const { added, removed } = wordChanges(before, after);
  const names = kernelParameters(before).map(parameterName);
  const notRunning = change.remove.filter((word) => !names.includes(parameterName(word)));
  return { added, removed: [...new Set([...removed, ...notRunning])] };
}

/** The words that a change puts on an empty line. */
export function wordsOf(change: LineChange): string[] {
  return runningChanges(null, change).added;
}
