import type { EfiEntry } from "../../host/boot/efi-entry";
import type { EfiBoot, EfiPartition } from "../../host/boot/read-efi-boot";
import { parametersOfKernel } from "../../host/kernel-parameters";
import type { PrepareHost } from "../prepare-host";
import { Refused } from "../refused";
import { trialMark } from "../trial/trial-mark";
import { trialLabel } from "./own-entry";

/** A kernel that the firmware starts by itself. */
export interface StartedStub {
  efi: EfiBoot;
  entry: EfiEntry;
  /** On the partition. */
  file: string;
  partition: EfiPartition;
}

/**
 * The entry that the firmware starts first, where it is the one that the running kernel was started by.
 * @throws Refused where that is not known.
 */
export function startedStub({ efi, files }: Pick<PrepareHost, "efi" | "files">): StartedStub {
  const known = knownEfi({ efi });
  const first = known.entries.find(({ number }) => number === known.order[0]);
  const current = known.entries.find(({ number }) => number === known.current);
  if (first === undefined || current === undefined || first.file === null)
    throw new Refused("The firmware does not say which entry it starts first, or which one it started.");
  const isSame = first.file === current.file && first.partition === current.partition;
  const running = wordsOf(files.text("proc/cmdline") ?? "");
  if (!(current.label === trialLabel || isSame) || running.join("\n") !== wordsOf(first.line).join("\n"))
    throw new Refused(
      `The firmware starts “${first.label}” first, and the running kernel was not started so: the entries were changed since, or another one was chosen. Reboot first.`,
    );
  return { efi: known, entry: first, file: first.file, partition: partitionOf(known, first) };
}

/** @throws Refused where the firmware's entries can't be seen, or not be changed. */
export function knownEfi({ efi }: Pick<PrepareHost, "efi">): EfiBoot {
  if (efi === null)
    throw new Refused("The firmware's boot entries can't be seen (/sys/firmware/efi/efivars).");
  if (efi.hasProgram) return efi;
  throw new Refused(
    "efibootmgr is not installed, which makes the firmware's boot entries.",
    "Install the package efibootmgr.",
  );
}

/** @throws Refused where it is not mounted. */
export function partitionOf({ partitions }: EfiBoot, { label, partition }: EfiEntry): EfiPartition {
  const found = partitions.find(({ id }) => id !== null && id === partition);
  if (found !== undefined) return found;
  throw new Refused(
    `The partition that the firmware's entry “${label}” starts from is not mounted.`,
    "Mount the EFI partition (at /boot, /efi or /boot/efi).",
  );
}

function wordsOf(line: string): string[] {
  return parametersOfKernel(line)
    .map(({ text }) => text)
    .filter((text) => text !== trialMark);
}
