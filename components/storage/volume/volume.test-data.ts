import type { VolumeSummary } from "@/server/storage/volume.schema";

/** A volume of 10 GiB that nobody uses, changed where `part` says so. */
export function aVolume(part: Partial<VolumeSummary> = {}): VolumeSummary {
  const name = part.name ?? "web-01.qcow2";
  const path = `/var/lib/libvirt/images/${name}`;
  return {
    name,
    key: path,
    path,
    format: "qcow2",
    capacityBytes: 10 * 1024 ** 3,
    allocationBytes: 2 * 1024 ** 3,
    unreadable: null,
    backingPath: null,
    usedBy: [],
    ...part,
  };
}
