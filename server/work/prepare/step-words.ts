import type { ChangedFile } from "../../database/boot-change.schema";
import type { PlannedStep } from "../../plan.schema";
import { countsAtOnce } from "../../prepare/change.schema";
import { shellCommand } from "../../units/shell-word";
import { unifiedDiff } from "../../xml/unified-diff";
import type { PrepareInput } from "./prepared-change.schema";
import { takeBackOf } from "./take-back";

/** The steps of a change, as they are shown; `prepare-kind.ts` has the work of each, in the same order. */
export function stepWords({ ends, files, commands, wish }: PrepareInput, originals: string): PlannedStep[] {
  const again = commands.filter((words) => takeBackOf(words, wish).kind === "again").map(shellCommand);
  return [
    {
      title: "Keep the files as they are",
      effect: `Copies of files that Passdeck has never changed go to ${originals}. It is written down what is going to be done.`,
      risk: null,
      undo: again.length === 0 ? null : `Once the files are as before: ${again.join("; ")}`,
    },
    ...ends.files.map(fileWords),
    ...files.map(fileWords),
    ...(wish.trial === null ? [] : [trialWords(wish.trial.cleanUp)]),
    ...commands.map((words) => commandWords(words, wish)),
    ...ends.commands.map(endingWords),
    verifyWords(wish),
  ];
}

function verifyWords({ asked }: PrepareInput["wish"]): PlannedStep {
  const words = "Passdeck compares what was planned with what is.";
  return asked !== null && countsAtOnce(asked)
    ? { title: "Have it verified", effect: words, risk: null, undo: null }
    : {
        title: "Have it verified after the restart",
        effect: `Once the host has started anew, ${words}`,
        risk: null,
        undo: null,
      };
}

function endingWords(words: readonly string[]): PlannedStep {
  return { title: `End the trial: ${words[0]}`, effect: shellCommand(words), risk: null, undo: null };
}

function trialWords(cleanUp: readonly (readonly string[])[]): PlannedStep {
  return {
    title: "Begin the trial",
    effect: "From here on it is known that the trial may have been chosen for the next start.",
    risk: null,
    undo: cleanUp.length === 0 ? null : cleanUp.map(shellCommand).join("; "),
  };
}

/** A file that is made, edited or deleted. */
export function fileWords({ path, from, to }: ChangedFile): PlannedStep {
  const verb = from === null ? "Make" : to === null ? "Delete" : "Edit";
  return {
    title: `${verb} /${path}`,
    effect: unifiedDiff(from ?? "", to ?? "") || "An empty file.",
    risk: null,
    undo:
      from === null
        ? `/${path} is deleted.`
        : `/${path} becomes byte for byte what it is now, unless somebody else has changed it meanwhile.`,
  };
}

/** Programs that write a file or tell the system something. All others make menus or initial RAM disks. */
const quick: ReadonlySet<string> = new Set([
  "systemctl",
  "sysctl",
  "systemd-tmpfiles",
  "udevadm",
  "modprobe",
  "bootctl",
  "grub-reboot",
  "grub2-reboot",
  "grub-editenv",
  "grub2-editenv",
  "extlinux",
  "efibootmgr",
  "cp",
  "rm",
]);

function commandWords(words: readonly string[], wish: PrepareInput["wish"]): PlannedStep {
  const back = takeBackOf(words, wish);
  const undo = {
    again: () => "It is run again once the files are as before, also where it fails.",
    files: () => "The files that it changes by itself become what they are now.",
    command: (other: readonly string[] | null) => (other === null ? null : shellCommand(other)),
  };
  return {
    title: `Run ${words[0]}${quick.has(words[0] ?? "") ? "" : " (may take minutes)"}`,
    effect: shellCommand(words),
    risk: null,
    undo: back.kind === "command" ? undo.command(back.words) : undo[back.kind](),
  };
}
