import { buildXml } from "../xml/build-xml";

export interface VolumePlan {
  name: string;
  /** null leaves it to the pool: LVM, ZFS and RBD know no formats. */
  format: string | null;
  capacityBytes: number;
  /** Taken of the pool at once. */
  allocationBytes: number;
  /** It is an image in a pool that knows formats, and so as large as it is asked for; block devices are rounded up. */
  image: boolean;
}

/** The definition of a new volume (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export function volumeXml({
  name,
  format,
  capacityBytes,
  allocationBytes,
}: Omit<VolumePlan, "image">): string {
  const bytes = { unit: "bytes" };
  return buildXml({
    name: "volume",
    children: [
      { name: "name", text: name },
      { name: "capacity", attributes: bytes, text: String(capacityBytes) },
      { name: "allocation", attributes: bytes, text: String(allocationBytes) },
      ...(format === null
        ? []
        : [{ name: "target", children: [{ name: "format", attributes: { type: format } }] }]),
    ],
  });
}
