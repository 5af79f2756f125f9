import { plainText } from "../../host/plain-text";

/** A line of the mount table. */
export interface Mount {
  /** Major and minor number of the file system's device. */
  numbers: string;
  /** Where it is mounted, unescaped. */
  place: string;
  fileSystem: string;
  /** "/dev/sda2", "rpool/ROOT", "tmpfs" */
  source: string;
  /** The file system's own options: "rw,addr=192.168.1.20". */
  options: string;
}

/**
 * The mount table from /proc/self/mountinfo (proc_pid_mountinfo(5)): after six fields come optional ones, a "-",
 * then the type and the source. Lines that are none are left out.
 */
export function mountsOf(mountInformation: string): Mount[] {
  return mountInformation.split("\n").flatMap((line) => {
    const fields = line.split(" ");
    const dash = fields.indexOf("-", 6);
    const [numbers, place] = [fields[2], fields[4]];
    const [fileSystem, source, options = ""] = fields.slice(dash + 1);
    if (dash < 0 || !numbers || !place || !fileSystem || source === undefined) return [];
    return [{ numbers, place: unescaped(place), fileSystem, source: unescaped(source), options }];
  });
}

/** The mount table from /proc/PID/mounts (fstab(5)'s form), which tells no device numbers. */
export function plainMountsOf(mounts: string): Mount[] {
  return mounts.split("\n").flatMap((line) => {
    const [source, place, fileSystem, options = ""] = line.split(" ");
    if (!source || !place?.startsWith("/") || !fileSystem) return [];
    return [{ numbers: "", place: unescaped(place), fileSystem, source: unescaped(source), options }];
  });
}

/** The mount that a file lies on: the one with the longest place above it, of several at one place the last. */
export function mountOf(path: string, mounts: readonly Mount[]): Mount | null {
  let found: Mount | null = null;
  for (const mount of mounts) {
    const above = mount.place === "/" ? "/" : `${mount.place}/`;
    if (path.startsWith(above) && mount.place.length >= (found?.place.length ?? 0)) found = mount;
  }
  return found;
}

/** What is swapped to, from /proc/swaps (proc(5)): partitions, and files, which lie on a file system. */
export function swapsOf(swaps: string): { path: string; isFile: boolean }[] {
  return swaps.split("\n").flatMap((line) => {
    const [path, type] = line.trim().split(/\s+/);
    if (!path?.startsWith("/") || (type !== "partition" && type !== "file")) return [];
    return [{ path: unescaped(path), isFile: type === "file" }];
  });
}

/** Where something is mounted, in a few words. */
export function placesInWords(places: readonly string[]): string {
  const sorted = [...new Set(places)].sort((left, right) => left.length - right.length);
  const named = sorted.slice(0, 3).map(plainText).join(", ");
  return sorted.length > 3 ? `${named} and ${sorted.length - 3} more places` : named;
}

/** The kernel writes spaces, tabs, line ends and backslashes as three octal digits. */
export function unescaped(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
