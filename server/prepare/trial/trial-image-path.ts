import { Refused } from "../refused";
import { trialName } from "./trial-plan";

const imageName = `${trialName}.img`;

/** The trial's initial RAM disk: in the loader's words, and where it is on the running host, with a leading slash. */
export interface TrialImagePath {
  asLoaderFinds: string;
  path: string;
}

/**
 * It lies beside the one that it stands for.
 * @param disk As GRUB finds it: "/boot/initrd.img-6.1", or without /boot where that is a file system of its own.
 * @param kernelFiles Names in /boot.
 */
export function trialImageBeside(disk: string | null, kernelFiles: readonly string[]): TrialImagePath {
  const name = disk?.slice(disk.lastIndexOf("/") + 1) ?? "";
  if (disk === null || !kernelFiles.includes(name))
    throw new Refused(
      `The initial RAM disk that the host starts by${disk === null ? "" : `, ${disk},`} was not found in /boot.`,
    );
  return { asLoaderFinds: disk.slice(0, -name.length) + imageName, path: `/boot/${imageName}` };
}

/** As {@link trialImageBeside} of a path below a mounted partition. @param mount "boot/efi" */
export function trialImageOn(mount: string, disk: string): TrialImagePath {
  const asLoaderFinds = disk.slice(0, disk.lastIndexOf("/") + 1) + imageName;
  return { asLoaderFinds, path: `/${mount}${asLoaderFinds.startsWith("/") ? "" : "/"}${asLoaderFinds}` };
}
