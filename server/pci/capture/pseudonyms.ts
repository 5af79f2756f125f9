/** Folders whose entries are named after people or what they own. */
const personalFolders = /^(\/(?:home|media|run\/media|Users)\/).+$/;

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

  /** @param hostName The host's own name, which installers also give to volume groups; null where unknown. */
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

  /** A folder's path without what people call their own files. */
  path(path: string): string {
    return this.text(path.replace(personalFolders, "$1left-out"));
  }

  /** What tells two file systems apart, of whatever form. */
  identity(found: string): string {
    return `00000000-0000-0000-0000-${this.#digits("uuid", found, 12)}`;
  }

  /** A VM's name. */
  vm(name: string): string {
    return `vm-${this.#number("vm", name)}`;
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
