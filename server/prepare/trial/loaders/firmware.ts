import type { EfiBoot, EfiPartition } from "../../../host/boot/read-efi-boot";
import { createEntry, deleteEntry, freeNumber, type NewEntry, startOnce } from "../../efi/efi-commands";
import { trialLabel } from "../../efi/own-entry";
import { plainReboot, type TrialEntry } from "../trial-plan";

interface FirmwareTrial {
  efi: EfiBoot;
  partition: EfiPartition;
  /** What the firmware starts, on that partition. */
  file: string;
  /** null of an image that holds its own. */
  line: NewEntry["line"];
  /** Of what is built for the trial; "" where nothing is. */
  imagePath: string;
}

/**
 * A further entry in the firmware's own menu, in no order, and started once by BootNext, which the firmware forgets before it
 * starts it: on RAID, LVM and ZFS as well. What it starts by itself stays first.
 */
export function firmwareTrial({ efi, partition, file, line, imagePath }: FirmwareTrial): TrialEntry {
  const number = freeNumber(efi);
  return {
    steps: [],
    commands: [createEntry({ number, label: trialLabel, partition, file, line }), startOnce(number)],
    cleanUp: [deleteEntry(number)],
    reboot: plainReboot,
    imagePath,
  };
}
