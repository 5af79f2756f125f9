import { parameterName } from "../host/kernel-parameters";
import type { WordChanges } from "./kernel-line/word-changes";

/** `grubby --update-kernel=ALL`: a word of a name that is there takes its place (grubby(8)). */
export function grubbyCommand({ added, removed }: WordChanges): string[][] {
  const names = added.map(parameterName);
  const gone = removed.filter((word) => !names.includes(parameterName(word)));
  return asCommand(
    ["grubby", "--update-kernel=ALL"],
    [
      ...(added.length > 0 ? [`--args=${added.join(" ")}`] : []),
      ...(gone.length > 0 ? [`--remove-args=${gone.join(" ")}`] : []),
    ],
  );
}

/** kernelstub(1). */
export function kernelstubCommands({ added, removed }: WordChanges): string[][] {
  return [
    ...(removed.length > 0 ? [["kernelstub", "--delete-options", removed.join(" ")]] : []),
    ...(added.length > 0 ? [["kernelstub", "--add-options", added.join(" ")]] : []),
  ];
}

/** `rpm-ostree kargs`, which makes a new deployment; of one value only the last counts, so that it is replaced (rpm-ostree(1)). */
export function deploymentCommand({ added, removed }: WordChanges): string[][] {
  const removedNames = removed.map(parameterName);
  const replaces = (word: string) => removedNames.includes(parameterName(word));
  const names = added.filter(replaces).map(parameterName);
  return asCommand(
    ["rpm-ostree", "kargs"],
    [
      ...added.map((word) => `${replaces(word) ? "--replace" : "--append-if-missing"}=${word}`),
      ...removed
        .filter((word) => !names.includes(parameterName(word)))
        .map((word) => `--delete-if-present=${word}`),
    ],
  );
}

function asCommand(words: string[], options: string[]): string[][] {
  return options.length === 0 ? [] : [[...words, ...options]];
}
