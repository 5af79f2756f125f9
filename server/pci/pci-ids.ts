/** Names by number; null where the number is not known. All numbers are hexadecimal, in small letters. */
export interface PciIdLookup {
  vendor(vendorId: string): string | null;
  device(vendorId: string, deviceId: string): string | null;
  /** The card as sold, by its subsystem "1043:8508". */
  subsystem(vendorId: string, deviceId: string, subsystem: string): string | null;
  /** "03" */
  baseClass(base: string): string | null;
  /** "03", "00" */
  subClass(base: string, subClass: string): string | null;
}

/**
 * A pci.ids file: names of vendors, devices, subsystems and classes (pci.ids(5)). A vendor's or class's name
 * stands at the start of a line, its devices behind one tab, their subsystems behind two.
 *
 * Only vendors are indexed; a vendor's devices are looked up in its part of the text, which has at most some
 * thousand lines, and a host has devices of a dozen vendors.
 */
export class PciIds implements PciIdLookup {
  /** "2023.04.10"; empty where the file does not say. Versions compare as text. */
  readonly version: string;
  readonly #parts: ReadonlyMap<string, string>;

  constructor(text: string) {
    this.version = /^#\s*Version:\s*(\d{4}\.\d{2}\.\d{2})/m.exec(text)?.[1] ?? "";
    this.#parts = partsOf(text);
  }

  vendor(vendorId: string): string | null {
    return nameIn(this.#parts.get(vendorId), "", vendorId);
  }

  device(vendorId: string, deviceId: string): string | null {
    return nameIn(this.#parts.get(vendorId), "\t", deviceId);
  }

  subsystem(vendorId: string, deviceId: string, subsystem: string): string | null {
    const ofDevice = blockIn(this.#parts.get(vendorId), deviceId);
    return nameIn(ofDevice, "\t\t", subsystem.replace(":", " "));
  }

  baseClass(base: string): string | null {
    return nameIn(this.#parts.get(`C ${base}`), "", `C ${base}`);
  }

  subClass(base: string, subClass: string): string | null {
    return nameIn(this.#parts.get(`C ${base}`), "\t", subClass);
  }
}

/**
 * Asks one file after the other; the first that knows a name wins. Answers are remembered: a host has hundreds of
 * devices with a few dozen numbers between them.
 */
export function mergedIds(sources: readonly PciIdLookup[]): PciIdLookup {
  const known = new Map<string, string | null>();
  const first = (key: string, ask: (ids: PciIdLookup) => string | null): string | null => {
    const remembered = known.get(key);
    if (remembered !== undefined) return remembered;
    const name = sources.reduce<string | null>((found, ids) => found ?? ask(ids), null);
    known.set(key, name);
    return name;
  };
  return {
    vendor: (vendorId) => first(vendorId, (ids) => ids.vendor(vendorId)),
    device: (vendorId, deviceId) => first(`${vendorId}:${deviceId}`, (ids) => ids.device(vendorId, deviceId)),
    subsystem: (vendorId, deviceId, subsystem) =>
      first(`${vendorId}:${deviceId}:${subsystem}`, (ids) => ids.subsystem(vendorId, deviceId, subsystem)),
    baseClass: (base) => first(`C ${base}`, (ids) => ids.baseClass(base)),
    subClass: (base, subClass) => first(`C ${base} ${subClass}`, (ids) => ids.subClass(base, subClass)),
  };
}

/** Cuts the text before each line that starts a vendor ("10de  …") or a class ("C 03  …"); a part begins with a line feed. */
function partsOf(text: string): Map<string, string> {
  const lines = `\n${text}`;
  const parts = new Map<string, string>();
  const starts = [...lines.matchAll(/\n(C [0-9a-f]{2}|[0-9a-f]{4}) {2}/g)];
  starts.forEach((start, index) => {
    const key = start[1];
    if (key !== undefined) parts.set(key, lines.slice(start.index, starts[index + 1]?.index));
  });
  return parts;
}

/** The name on the line that begins with this indent, id and two spaces. */
function nameIn(part: string | undefined, indent: string, id: string): string | null {
  const head = `\n${indent}${id}  `;
  const start = part?.indexOf(head) ?? -1;
  if (part === undefined || start < 0) return null;
  const end = part.indexOf("\n", start + head.length);
  return part.slice(start + head.length, end < 0 ? undefined : end).trim() || null;
}

/** A device's own lines: its name and its subsystems. */
function blockIn(part: string | undefined, deviceId: string): string | undefined {
  const start = part?.indexOf(`\n\t${deviceId}  `) ?? -1;
  if (part === undefined || start < 0) return undefined;
  const nextDevice = /\n\t(?!\t)/g;
  nextDevice.lastIndex = start + 1;
  return part.slice(start, nextDevice.exec(part)?.index);
}
