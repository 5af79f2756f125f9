import type { Reach } from "./reach.schema";

/** Folders that distributions keep firmware, QEMU's programs and libvirt's own files of VMs in. */
const systemFolders = [
  "/usr/share/",
  "/usr/bin/qemu-",
  "/usr/libexec/qemu-kvm",
  "/usr/libexec/virtiofsd",
  "/usr/lib/qemu/",
  "/run/current-system/sw/",
  "/run/libvirt/nix-",
  "/nix/store/",
  "/var/lib/libvirt/qemu/",
  "/run/libvirt/qemu/",
  "/var/run/libvirt/qemu/",
];

/** Sources of random numbers, which QEMU gets from every libvirt. */
const randomSources = new Set(["/dev/urandom", "/dev/random", "/dev/hwrng"]);

/**
 * What is left of a definition's reach when that is taken off which every VM has: the system's own files, volumes, and
 * devices, of which their verdicts tell.
 * @param isKept Whether a path is a volume's, or a file that Passdeck keeps for VMs.
 */
export function beyondOrdinary(reaches: readonly Reach[], isKept: (path: string) => boolean): Reach[] {
  return reaches.filter(({ kind, target }) => {
    if (kind === "host-device") return false;
    if (kind === "qemu-argument" || kind === "listener" || kind === "connection" || kind === "confinement")
      return true;
    if (target.split("/").includes("..")) return true;
    if (kind === "device-node" && randomSources.has(target)) return false;
    return !isKept(target) && !systemFolders.some((folder) => target.startsWith(folder));
  });
}

/** What `now` reaches and `before` did not, wherever in the definition it stands. */
export function addedReach(before: readonly Reach[], now: readonly Reach[]): Reach[] {
  const known = new Set(before.map(keyOf));
  return now.filter((reach) => !known.has(keyOf(reach)));
}

function keyOf({ kind, target }: Reach): string {
  return `${kind} ${target}`;
}
