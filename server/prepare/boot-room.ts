import type { BootSpace } from "../host/configuration/boot-space";

/** Programs that make initial RAM disks or unified images. */
const imageMakers: ReadonlySet<string> = new Set([
  "update-initramfs",
  "mkinitramfs",
  "dracut",
  "dracut-rebuild",
  "reinstall-kernels",
  "mkinitcpio",
  "mkinitfs",
  "/usr/lib/booster/regenerate_images",
  "kernel-install",
  "limine-mkinitcpio",
  "proxmox-boot-tool",
  "sdbootutil",
]);

/** A new image is written beside the old one, and holds a few modules more. */
const growth = 1.1;
/** For what a menu, its entries and the file system's own notes take. */
const besides = 4 * 2 ** 20;

/**
 * Why the programs of a plan would fill a file system that the host boots from: a boot that stops half-way through its image
 * is worse than none. null where there is room, or nothing is made.
 */
export function whyNoRoom(
  commands: readonly (readonly string[])[],
  spaces: readonly BootSpace[],
): string | null {
  if (!commands.some(([program = ""]) => imageMakers.has(program))) return null;
  const tight = spaces.flatMap(({ folder, freeBytes, images }) => {
    const largest = images.reduce((most, image) => (image.bytes > most.bytes ? image : most), {
      path: "",
      bytes: 0,
    });
    const needed = largest.bytes === 0 ? 0 : Math.ceil(largest.bytes * growth) + besides;
    if (freeBytes >= needed) return [];
    return [
      `/${folder} has ${mebibytes(freeBytes)} free, and about ${mebibytes(needed)} are needed: a new image is written beside the old one (/${largest.path} has ${mebibytes(largest.bytes)}).`,
    ];
  });
  if (tight.length === 0) return null;
  return `${tight.join(" ")} Make room first, for instance by removing kernels that are not used any more.`;
}

/** What can't be looked at beforehand: the partitions that a program mounts by itself. */
export function unseenRoom(commands: readonly (readonly string[])[]): string | null {
  if (!commands.some(([program]) => program === "proxmox-boot-tool")) return null;
  return "proxmox-boot-tool mounts the EFI partitions by itself: how much room they have is not seen beforehand. `proxmox-boot-tool status` lists them.";
}

function mebibytes(bytes: number): string {
  return `${Math.ceil(bytes / 2 ** 20)} MiB`;
}
