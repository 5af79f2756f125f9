import { entryFolders } from "../../../host/boot/boot-marks";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialImageOn } from "../trial-image-path";
import { plainReboot, type TrialEntry, trialName } from "../trial-plan";
import { type EntryFile, mountOf, optionsOf, trialCopy } from "./entry-file";

/** systemd-boot starts the newest entry by itself: this one sorts behind all others (sd-boot(7)). */
const fileName = `0-${trialName}.conf`;

/** A second entry, chosen by LoaderEntryOneShot, which the loader forgets before it starts it. */
export function systemdBootTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const entry = startedEntry(host);
  const imageBeside = hasImage ? (disk: string) => trialImageOn(mountOf(entry), disk) : null;
  const options = { change, words: optionsOf(entry), imageBeside, without: ["sort-key", "version"] };
  const { text, image } = trialCopy(entry, options);
  const file = entry.path.slice(0, entry.path.lastIndexOf("/") + 1) + fileName;
  return {
    steps: [{ file, before: host.files.text(file), after: text }],
    commands: [["bootctl", "set-oneshot", fileName]],
    cleanUp: [["bootctl", "set-oneshot", ""]],
    reboot: plainReboot,
    imagePath: image?.path ?? "",
  };
}

/** Whether it started a unified kernel image, which holds its line and its initial RAM disk. */
export function startsUnified({ startedEntry }: TrialHost): boolean {
  return startedEntry?.toLowerCase().endsWith(".efi") === true;
}

function isProxmox({ line }: TrialHost["boot"]): boolean {
  return line?.regenerate.some(({ words }) => words[0] === "proxmox-boot-tool") === true;
}

function startedEntry({ files, boot, startedEntry: name }: TrialHost): EntryFile {
  const entries = entryFolders.flatMap((folder) => files.inFolder(folder));
  const found = entries.find(({ path }) => path.slice(path.lastIndexOf("/") + 1) === name);
  if (found !== undefined) return found;
  if (isProxmox(boot)) {
    throw new Refused(
      "Proxmox keeps its EFI partitions unmounted, and there may be several, of which the firmware takes any: the trial’s entry would have to stand on each of them, with a kernel of its own.",
      "Apply it without a trial. The kernel that runs now stays in the menu: `proxmox-boot-tool kernel pin VERSION --next-boot` starts another once.",
    );
  }
  throw new Refused(
    name === null
      ? "systemd-boot does not say which entry it started (LoaderEntrySelected), so that none can be copied."
      : `The entry that the host was started by, ${name}, is on no partition that is mounted at /boot, /efi or /boot/efi.`,
    "Mount the EFI partition, or apply it without a trial.",
  );
}
