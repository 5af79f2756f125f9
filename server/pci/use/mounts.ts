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
    const [fileSystem, source] = [fields[dash + 1], fields[dash + 2]];
    if (dash < 0 || !numbers || !place || !fileSystem || source === undefined) return [];
    return [{ numbers, place: unescaped(place), fileSystem, source: unescaped(source) }];
  });
}

/** Paths of swap partitions from /proc/swaps; a swap file is on a file system, which is mounted. */
export function swapPartitionsOf(swaps: string): string[] {
  return swaps.split("\n").flatMap((line) => {
    const [path, type] = line.trim().split(/\s+/);
    return path?.startsWith("/dev/") && type === "partition" ? [unescaped(path)] : [];
  });
}

/** Where something is mounted, in a few words. */
export function placesInWords(places: readonly string[]): string {
  const sorted = [...new Set(places)].sort((left, right) => left.length - right.length);
  const named = sorted.slice(0, 3).map(plainText).join(", ");
  return sorted.length > 3 ? `${named} and ${sorted.length - 3} more places` : named;
}

/** The kernel writes spaces, tabs, line ends and backslashes as three octal digits. */
function unescaped(text: string): string {
  return text.replace(/\\([0-3][0-7]{2})/g, (_, digits: string) =>
    String.fromCharCode(Number.parseInt(digits, 8)),
  );
}
