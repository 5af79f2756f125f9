import type { Connection } from "../libvirt/connection";
import { childOf, parseXml, textOf } from "../xml/xml";
import type { VolumeHandle } from "./look-up";

/** What a volume is as a file, whatever a guest sees of it. */
export interface FileFacts {
  /** Of the file as it is. */
  sizeBytes: number;
  /** When it was last written to, as libvirt writes it; null of what has no such time, as a block device. */
  modified: string | null;
}

/** Looks at a volume anew (https://libvirt.org/formatstorage.html#storage-volume-xml). */
export async function readFileFacts(connection: Connection, vol: VolumeHandle): Promise<FileFacts> {
  const { xml } = await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 });
  const root = parseXml(xml).documentElement;
  const bytes = (name: string) => Number(textOf(childOf(root, name)) ?? 0);
  return {
    sizeBytes: bytes("physical") || bytes("capacity"),
    modified: textOf(childOf(root, "target", "timestamps", "mtime")),
  };
}
