import { kernelParameters, parameterName } from "../host/kernel-parameters";
import { isAddedUp, kindOf } from "./kernel-line/parameter-kinds";
import type { WordChanges } from "./kernel-line/word-changes";

/** `grubby --update-kernel=ALL`: a word of a name that is there takes its place (grubby(8)). */
export function grubbyCommand({ added, removed }: WordChanges): string[][] {
  const names = added.map(parameterName).filter(isReplaced);
  const gone = removed.filter((word) => !names.includes(parameterName(word)));
  return asCommand(
    ["grubby", "--update-kernel=ALL"],
    [
      ...(added.length > 0 ? [`--args=${added.join(" ")}`] : []),
      ...(gone.length > 0 ? [`--remove-args=${gone.join(" ")}`] : []),
    ],
  );
}

/** Whether a new value takes an old one's place; of those that each count the old one goes by itself. */
function isReplaced(name: string): boolean {
  return kindOf(name) !== "each" || isAddedUp(name) || name === "hugepages";
}

/** kernelstub(1). */
export function kernelstubCommands({ added, removed }: WordChanges): string[][] {
  return [
    ...(removed.length > 0 ? [["kernelstub", "--delete-options", removed.join(" ")]] : []),
    ...(added.length > 0 ? [["kernelstub", "--add-options", added.join(" ")]] : []),
  ];
}

/**
 * `rpm-ostree kargs`, which makes a new deployment; of one value only the last counts, so that it is replaced where it
 * stands (rpm-ostree(1)).
 * @param running The line that is changed.
 */
export function deploymentCommand({ added, removed }: WordChanges, running: string): string[][] {
  const replacements = new Map(
    added.flatMap((word) => {
      const old = removed.filter((one) => parameterName(one) === parameterName(word));
      const value = old.length === 1 ? replacement(old[0] ?? "", word, running) : null;
      return value === null ? [] : [[word, { value, old: old[0] }]];
    }),
  );
  const replaced = [...replacements.values()].map(({ old }) => old);
  return asCommand(
    ["rpm-ostree", "kargs"],
    [
      ...added.map((word) => {
        const found = replacements.get(word);
        return found === undefined ? `--append-if-missing=${word}` : `--replace=${found.value}`;
      }),
      ...removed.filter((word) => !replaced.includes(word)).map((word) => `--delete-if-present=${word}`),
    ],
  );
}

/**
 * KEY=NEW, or KEY=OLD=NEW where the key has several values (ostree_kernel_args_new_replace); null where a value has an
 * "=" of its own, which is read as that, or where the key is spelled in another way, which is another key.
 */
function replacement(old: string, word: string, running: string): string | null {
  const [key = "", oldValue = "", ...furtherOld] = old.split("=");
  const [newKey, value, ...further] = word.split("=");
  if (key !== newKey || value === undefined || furtherOld.length + further.length > 0) return null;
  const isOne = kernelParameters(running).filter((one) => one.split("=", 1)[0] === key).length === 1;
  if (isOne) return word;
  return oldValue === "" || value === "" ? null : `${old}=${value}`;
}

function asCommand(words: string[], options: string[]): string[][] {
  return options.length === 0 ? [] : [[...words, ...options]];
}
