import { readEfiEntryNow } from "../../host/boot/read-efi-boot";
import type { HostTree } from "../../host/host-tree";
import { isOwnEntry } from "../../prepare/efi/own-entry";

/**
 * Whether what a command does is done: efibootmgr fails where an entry that it is to make is there, or one that it is to delete
 * is not, as after a crash. One that somebody else has made since is not deleted.
 */
export async function isDoneAlready(
  tree: HostTree,
  [program, ...words]: readonly string[],
): Promise<boolean> {
  const after = (option: string) =>
    words.includes(option) ? (words[words.indexOf(option) + 1] ?? "") : null;
  const number = after("--bootnum");
  if (program !== "efibootmgr" || number === null) return false;
  const entry = await readEfiEntryNow(tree, number);
  if (words.includes("--delete-bootnum")) return entry === null || !isOwnEntry(entry);
  return entry !== null && entry.label === after("--label") && entry.line === (after("--unicode") ?? "");
}
