import { kernelParameters, parameterName } from "../../host/kernel-parameters";
import { deleteEntry } from "../../prepare/efi/efi-commands";
import type { Wish } from "./prepared-change.schema";

/** How what a command did is taken back. */
export type TakeBack =
  /** It makes something of the files: run again once they are as before. */
  | { kind: "again" }
  /** It edits files by itself: paths, or folders with a slash at the end. */
  | { kind: "files"; paths: readonly string[] }
  /** Another command does it; null where there is nothing to do. */
  | { kind: "command"; words: readonly string[] | null };

const entries = "boot/loader/entries/";
const editedBy: Readonly<Record<string, readonly string[]>> = {
  // grubby(8) of Fedora keeps the line for kernels to come in all of these.
  grubby: [entries, "boot/grub2/grubenv", "etc/kernel/cmdline", "etc/default/grub"],
  kernelstub: ["etc/kernelstub/configuration", "boot/efi/loader/entries/"],
};

/** What they made is in memory alone, and goes with the host's next start. */
const gone: ReadonlySet<string> = new Set(["systemd-tmpfiles", "modprobe"]);

/** @param wish As it was when the command was planned. */
export function takeBackOf(
  [program = "", ...words]: readonly string[],
  { trial, seen }: Pick<Wish, "trial" | "seen">,
): TakeBack {
  // What ends a trial is one for all of its commands.
  if (trial !== null) return { kind: "command", words: null };
  const paths = editedBy[program];
  if (paths !== undefined) return { kind: "files", paths };
  if (program === "efibootmgr") {
    // With its entry a number goes out of the order as well.
    const number = words[0] === "--create-only" ? (words[2] ?? null) : null;
    return { kind: "command", words: number === null ? null : deleteEntry(number) };
  }
  if (gone.has(program)) return { kind: "command", words: null };
  if (program === "systemctl" && words[0] === "set-default") {
    const target = seen.target;
    return { kind: "command", words: target === null ? null : [program, "set-default", target] };
  }
  if (program !== "rpm-ostree" || words[0] !== "kargs") return { kind: "again" };
  const options = words.slice(1).flatMap((option) => inverseOf(option, kernelParameters(seen.commandLine)));
  return { kind: "command", words: options.length === 0 ? null : [program, "kargs", ...options] };
}

/** An option of `rpm-ostree kargs` that undoes another. @param line The words that the kernel was started with. */
function inverseOf(option: string, line: readonly string[]): string[] {
  const [, verb, word = ""] = /^--([\w-]+?)=(.*)$/s.exec(option) ?? [];
  if (verb === "append-if-missing") return line.includes(word) ? [] : [`--delete-if-present=${word}`];
  if (verb === "delete-if-present") {
    const gone = line.filter(
      (one) => one === word || (!word.includes("=") && parameterName(one) === parameterName(word)),
    );
    return gone.map((one) => `--append-if-missing=${one}`);
  }
  const before = line.findLast((one) => parameterName(one) === parameterName(word));
  return [before === undefined ? `--delete-if-present=${word}` : `--replace=${before}`];
}
