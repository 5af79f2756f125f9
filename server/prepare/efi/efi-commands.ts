import type { EfiBoot, EfiPartition } from "../../host/boot/read-efi-boot";
import { Refused } from "../refused";

/** What a new entry of the firmware's starts. */
export interface NewEntry {
  number: string;
  label: string;
  partition: Pick<EfiPartition, "disk" | "number">;
  /** On that partition: "\\vmlinuz-linux". */
  file: string;
  /** null of an image that holds its own. */
  line: string | null;
}

/** Makes an entry that nothing starts by itself: efibootmgr(8) puts it into no order, and fails where its number is taken. */
export function createEntry({ number, label, partition, file, line }: NewEntry): string[] {
  return [
    ...["efibootmgr", "--create-only", "--bootnum", number],
    ...["--disk", partition.disk, "--part", String(partition.number)],
    ...["--label", label, "--loader", file],
    ...(line === null ? [] : ["--unicode", line]),
  ];
}

/** Takes an entry away, out of the order as well. */
export function deleteEntry(number: string): string[] {
  return ["efibootmgr", "--bootnum", number, "--delete-bootnum"];
}

/** Has the firmware start an entry once: it forgets it before it does (UEFI 2.10, 3.1.1). */
export function startOnce(number: string): string[] {
  return ["efibootmgr", "--bootnext", number];
}

export function startInOrder(numbers: readonly string[]): string[] {
  return ["efibootmgr", "--bootorder", numbers.join(",")];
}

/** A number that no entry has. */
export function freeNumber({ entries, order }: EfiBoot): string {
  const taken = new Set([...order, ...entries.map(({ number }) => number)]);
  const free = Array.from({ length: 256 }, (_, index) => index.toString(16).toUpperCase().padStart(4, "0"));
  const number = free.find((one) => !taken.has(one));
  if (number === undefined) throw new Refused("The firmware has no number left for a further boot entry.");
  return number;
}
