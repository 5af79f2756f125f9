/**
 * A pci.ids file: names of vendors, devices, subsystems and classes (pci.ids(5)). A vendor's or class's name
 * stands at the start of a line, its devices behind one tab, their subsystems behind two.
 *
 * Only vendors are indexed; a vendor's devices are looked up in its part of the text, which has at most some
 * thousand lines, and a host has devices of a dozen vendors.
 */
export class PciIds {
  /** "2023.04.10", or null where the file does not say. Versions compare as text. */
  readonly version: string | null;
  readonly #parts: ReadonlyMap<string, string>;

  constructor(text: string) {
    this.version = /^#\s*Version:\s*(\d{4}\.\d{2}\.\d{2})/m.exec(text)?.[1] ?? null;
    this.#parts = partsOf(text);
  }

  vendor(vendorId: string): string | null {
    return nameIn(this.#parts.get(vendorId), "", vendorId);
  }

  device(vendorId: string, deviceId: string): string | null {
    return nameIn(this.#parts.get(vendorId), "\t", deviceId);
  }

  subsystem(
    vendorId: string,
    deviceId: string,
    subsystem: { vendorId: string; deviceId: string },
  ): string | null {
    const ofDevice = blockIn(this.#parts.get(vendorId), deviceId);
    return nameIn(ofDevice, "\t\t", `${subsystem.vendorId} ${subsystem.deviceId}`);
  }

  /** The sub-class's name, else the base class's, for a class code of six digits. */
  deviceClass(classCode: string): string | null {
    const base = classCode.slice(0, 2);
    const part = this.#parts.get(`C ${base}`);
    return nameIn(part, "\t", classCode.slice(2, 4)) ?? nameIn(part, "", `C ${base}`);
  }
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
