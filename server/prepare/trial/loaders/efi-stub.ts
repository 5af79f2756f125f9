import type { EfiPartition } from "../../../host/boot/read-efi-boot";
import { knownEfi, startedStub } from "../../efi/started-stub";
import type { LineChange } from "../../kernel-line/line-change";
import { Refused } from "../../refused";
import type { TrialHost } from "../trial-host";
import { trialLine } from "../trial-line";
import { type TrialEntry, trialName } from "../trial-plan";
import { firmwareTrial } from "./firmware";

/** The kernel is started by the firmware itself, with its line in an entry. */
export function efiStubTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const { efi, entry, file, partition } = startedStub(host);
  const { line, imagePath } = stubLine(entry.line, partition, { change, hasImage });
  return firmwareTrial({ efi, partition, file, line, imagePath });
}

/** rEFInd starts nothing once; the kernel that it starts can be started by the firmware, where it is on a partition of FAT. */
export function refindTrial(host: TrialHost, change: LineChange, hasImage: boolean): TrialEntry {
  const efi = knownEfi(host);
  const running = host.files.text("proc/cmdline")?.trim() ?? "";
  const disk = diskIn(running);
  const name = disk?.slice(disk.lastIndexOf("\\") + 1) ?? "";
  const kernel = kernelOf(name, host.kernelFiles);
  if (disk === null || kernel === null || !host.kernelFiles.includes(name))
    throw new Refused(
      "Which kernel in /boot rEFInd has started can't be told by its initial RAM disk (initrd=).",
      instead,
    );
  // A partition of another kind that is mounted there is not among these.
  const partition = efi.partitions.find(({ mount }) => mount === "boot");
  if (partition === undefined)
    throw new Refused(
      "rEFInd starts nothing once by itself, and the firmware can start a kernel only from a FAT partition: /boot is none that is mounted.",
      instead,
    );
  if (disk.replace(/^\\?/, "\\") !== `\\${name}`)
    throw new Refused(`rEFInd's initrd=${disk} is not where /boot/${name} is.`, instead);
  const { line, imagePath } = stubLine(running, partition, { change, hasImage });
  return firmwareTrial({ efi, partition, file: `\\${kernel}`, line, imagePath });
}

const instead =
  "Apply it without a trial: a second line of refind_linux.conf with the old words is the way back.";

/** Of a kernel's initial RAM disk as distributions name them. */
function kernelOf(disk: string, names: readonly string[]): string | null {
  const [, rest] = /^(?:initramfs|initrd)[.-](?:img-)?(.+?)(?:\.img)?$/.exec(disk) ?? [];
  return rest !== undefined && names.includes(`vmlinuz-${rest}`) ? `vmlinuz-${rest}` : null;
}

/** The trial's line, with its own initial RAM disk beside the last one of the line: others hold the processor's microcode. */
function stubLine(
  before: string,
  { mount }: EfiPartition,
  { change, hasImage }: { change: LineChange; hasImage: boolean },
): { line: string; imagePath: string } {
  const line = trialLine(before, change);
  if (!hasImage) return { line, imagePath: "" };
  const disk = diskIn(line);
  if (disk === null)
    throw new Refused(
      "The kernel's line names no initial RAM disk (initrd=), in whose place the trial's could be.",
    );
  const tried = `${disk.slice(0, disk.lastIndexOf("\\") + 1)}${trialName}.img`;
  const at = line.lastIndexOf(`initrd=${disk}`) + "initrd=".length;
  return {
    line: line.slice(0, at) + tried + line.slice(at + disk.length),
    imagePath: `/${mount}/${tried.replaceAll("\\", "/").replace(/^\//, "")}`,
  };
}

function diskIn(line: string): string | null {
  return [...line.matchAll(/(?:^|\s)initrd=(\S+)/g)].at(-1)?.[1] ?? null;
}
