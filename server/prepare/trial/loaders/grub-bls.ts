import { parametersOfKernel } from "../../../host/kernel-parameters";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialImageBeside } from "../trial-image-path";
import { plainReboot, type TrialEntry, trialName } from "../trial-plan";
import { type EntryFile, optionsOf, trialCopy } from "./entry-file";
import { refuseUnclearable } from "./grub-storage";

const folder = "boot/loader/entries";

/** Fedora's GRUB makes its menu of entries: a copy of the one that runs, chosen once. */
export function grubEntryTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const { grub, files } = host;
  if (grub === null) throw new Refused("GRUB's menu, grub.cfg, was not found below /boot.");
  refuseUnclearable(grub);
  // Among entries of one version the names decide which is first, so the default has to be named.
  if (!/^saved_entry=\S/m.test(grub.environment))
    throw new Refused(
      `/${grub.folder}/grubenv names no entry that GRUB starts by itself, so that a further one might become it.`,
      `Choose the one that runs: grub2-set-default ${runningEntry(host).path.replace(/^.*\/|\.conf$/g, "")}`,
    );
  const entry = runningEntry(host);
  const imageBeside = hasImage ? (disk: string) => trialImageBeside(disk, host.kernelFiles) : null;
  const options = { change, words: wordsOf(entry, host), imageBeside, without: [] };
  const { text, image } = trialCopy(entry, options);
  const file = entry.path.replace(/\.conf$/, `-${trialName}.conf`);
  const id = file.slice(folder.length + 1, -".conf".length);
  return {
    steps: [{ file, before: files.text(file), after: text }],
    commands: [["grub2-reboot", id]],
    cleanUp: [["grub2-editenv", "-", "unset", "next_entry"]],
    reboot: plainReboot,
    imagePath: image?.path ?? "",
  };
}

/** Those for rescue are of no kernel's release. */
function runningEntry({ files, release }: TrialHost): EntryFile {
  const found = files
    .inFolder(folder)
    .find(({ path, text }) => !path.includes(trialName) && isOf(text, release));
  if (found !== undefined) return found;
  throw new Refused(`/${folder} has no entry for the running kernel, ${release}.`);
}

function isOf(text: string, release: string): boolean {
  return text
    .split(/\r?\n/)
    .some((line) => /^linux[ \t]/.test(line) && line.trimEnd().endsWith(`-${release}`));
}

/** GRUB's own variables stand for words that the running kernel has got; in the copy they are written out. */
function wordsOf(entry: EntryFile, { files }: TrialHost): string {
  const options = optionsOf(entry);
  if (!options.includes("$")) return options;
  const running = parametersOfKernel(files.text("proc/cmdline") ?? "");
  return running
    .filter(({ name }) => name !== "BOOT_IMAGE")
    .map(({ text }) => text)
    .join(" ");
}
