import { parseVolume } from "../../storage/read-volumes";
import type { VolumePlan } from "../../storage/volume-xml";
import { childOf, parseXml, textOf } from "../../xml/xml";

/** By what a volume is known again. */
export interface VolumeIdentity {
  format: string | null;
  capacityBytes: number;
  allocationBytes: number;
  /** What stays as it is while nobody writes to it. */
  lasting: { key: string; capacity: string; modified: string | null };
}

/** qemu-img rounds up to whole kibibytes. */
const fileRounding = 1024;
/** LVM rounds up to whole extents, which are 4 MiB and seldom more. */
const extentRounding = 2 ** 28;
/** What the headers and tables of an empty qcow2 image take at most, nearly. */
const emptyBytes = 2 ** 20;

/** Reads a volume's identity of its XML (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export function volumeIdentity(xml: string): VolumeIdentity {
  const { key, format, capacityBytes, allocationBytes } = parseVolume(xml);
  // Seconds and nanoseconds of the host's clock.
  const modified = textOf(childOf(parseXml(xml).documentElement, "target", "timestamps", "mtime"));
  return {
    format,
    capacityBytes,
    allocationBytes,
    lasting: { key, capacity: String(capacityBytes), modified },
  };
}

/**
 * Whether a volume is as libvirt was asked to make it. Of an empty one that takes no room yet that also says that
 * nothing is in it, so that nothing would be lost with it, whoever made it.
 */
export function isAsAsked(
  found: VolumeIdentity,
  asked: Omit<VolumePlan, "name"> & { empty: boolean },
): boolean {
  const more = found.capacityBytes - asked.capacityBytes;
  const sameSize = more >= 0 && more < (asked.image ? fileRounding : extentRounding);
  // What is written raw may be called an ISO once libvirt has looked at it.
  const sameFormat = !asked.image || (found.format === "qcow2") === (asked.format === "qcow2");
  const sparse = asked.image && asked.allocationBytes === 0;
  const untouched = !asked.empty || !sparse || found.allocationBytes <= emptyBytes;
  return sameSize && sameFormat && untouched;
}

/** Whether a volume is still the one that was noted, and nobody wrote to it since. @param as What was `lasting` then. */
export function isStill({ lasting }: VolumeIdentity, as: Readonly<Record<string, string | null>>): boolean {
  return Object.entries(as).every(([name, value]) => lasting[name as keyof typeof lasting] === value);
}
