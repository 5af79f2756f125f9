import type { ProxmoxDraft } from "./proxmox-draft";

/** Whether a drive is in a storage of Proxmox's, "local-lvm:vm-100-disk-0", and no path of the host. */
export function isElsewhere(volume: string): boolean {
  return !volume.startsWith("/");
}

/**
 * Where a disk or CD is looked for here: at the same path, or under its volume's own name in the folder where images
 * are. null where it has none.
 */
export function placeOfVolume({ host }: ProxmoxDraft, volume: string): string | null {
  if (!isElsewhere(volume)) return volume;
  const name = volume.split(/[:/]/).at(-1) ?? "";
  if (name === "" || name.startsWith(".")) return null;
  // Volumes of LVM, ZFS and Ceph have no suffix, and are raw.
  return `${host.folder}/${/\.\w+$/.test(name) ? name : `${name}.raw`}`;
}
