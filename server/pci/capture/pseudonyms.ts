/** Names of folders that stand on any host; the others are of its owner's making. */
const commonFolders = new Set(
  [
    "bin boot cache containers data dev disk disks docker efi esp etc grub home images iso lib libvirt local log lost+found",
    "machines media mnt mount nix opt pool private proc pve qemu root run sbin share snap srv storage store swap swapfile",
    "swap.img sys sysroot tmp user usr var vm vms volumes vz",
  ].flatMap((words) => words.split(" ")),
);

/** Pools that installers make. */
const commonPools = new Set(["rpool", "bpool", "zroot", "boot-pool"]);

const uuid = /\b[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}\b/gi;

/** udev names USB network adapters after their hardware address: enx001122334455. */
const namedByHardwareAddress = /\benx([0-9a-f]{12})\b/g;

/**
 * Puts numbers in the place of what would identify a host or its owner, the same number for the same thing, so that a
 * captured host still hangs together.
 */
export class Pseudonyms {
  readonly #numbers = new Map<string, number>();

  readonly #hostName: string | null;

  /** @param hostName The host's own name, which builders also give to kernels; null where unknown. */
  constructor(hostName: string | null) {
    this.#hostName = hostName;
  }

  /** A text without UUIDs, hardware addresses in names, and the host's name. */
  text(text: string): string {
    const replaced = text
      .replace(uuid, (found) => `00000000-0000-0000-0000-${this.#digits("uuid", found, 12)}`)
      .replace(namedByHardwareAddress, (_, found: string) => `enx${this.#digits("hardware", found, 12)}`);
    // A name of one or two letters is part of too many words.
    if (this.#hostName === null || this.#hostName.length < 3) return replaced;
    const doubled = this.#hostName.replaceAll("-", "--");
    return replaced.replaceAll(doubled, "host").replaceAll(this.#hostName, "host");
  }

  /** A path, of which people's own names for files and folders are numbered: "/srv/name-0". */
  path(path: string): string {
    const isOwn = (part: string) => part !== "" && !commonFolders.has(part);
    return path
      .split("/")
      .map((part) => (isOwn(part) ? this.numbered("name", part) : part))
      .join("/");
  }

  /** A ZFS pool's name. */
  pool(name: string): string {
    return commonPools.has(name) ? name : this.numbered("pool", name);
  }

  /** What tells two file systems apart, of whatever form. */
  identity(found: string): string {
    return `00000000-0000-0000-0000-${this.#digits("uuid", found, 12)}`;
  }

  /** Any other name, by what it is of: "vm-0". One that was numbered before keeps its number. */
  numbered(kind: string, name: string): string {
    return `${kind}-${this.#number(kind, name)}`;
  }

  #digits(kind: string, found: string, length: number): string {
    return this.#number(kind, found.toLowerCase()).toString(16).padStart(length, "0");
  }

  #number(kind: string, found: string): number {
    const key = `${kind} ${found}`;
    const known = this.#numbers.get(key);
    if (known !== undefined) return known;
    const number = [...this.#numbers.keys()].filter((other) => other.startsWith(`${kind} `)).length;
    this.#numbers.set(key, number);
    return number;
  }
}
