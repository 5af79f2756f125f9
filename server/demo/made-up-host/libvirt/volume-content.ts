import { attributeOf, childOf, parseXml, textOf } from "../../../xml/xml";

/** A volume, as far as the demo plays it. Sizes are in bytes. */
export interface MadeUpVolume {
  name: string;
  format: string;
  capacity: bigint;
  /** Of the file. */
  allocation: bigint;
}

/** Reads a volume's XML as the test driver writes it: in bytes. */
export function readMadeUpVolume(xml: string): MadeUpVolume {
  const root = parseXml(xml).documentElement;
  return {
    name: textOf(childOf(root, "name")) ?? "",
    format: attributeOf(childOf(root, "target", "format"), "type") ?? "raw",
    capacity: BigInt(textOf(childOf(root, "capacity")) ?? 0),
    allocation: BigInt(textOf(childOf(root, "allocation")) ?? 0),
  };
}

/** What libvirt's look at a file makes of it: an image is as large as its header says (QEMU's docs/interop/qcow2.txt). */
export function seenIn(head: Buffer, fileBytes: bigint): Pick<MadeUpVolume, "format" | "capacity"> {
  if (head.length >= 32 && head.toString("latin1", 0, 4) === "QFI\xfb")
    return { format: "qcow2", capacity: head.readBigUInt64BE(24) };
  const isCd = head.toString("latin1", 0x8001, 0x8006) === "CD001";
  return { format: isCd ? "iso" : "raw", capacity: fileBytes };
}
