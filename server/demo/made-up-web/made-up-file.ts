import type { CatalogueImage } from "../../create/catalogue/catalogue.schema";
import { writeIso } from "../../create/cloud-init/iso/write-iso";

/** Small enough to be there soon, and large enough that its progress is seen. */
const fileBytes = 24 * 2 ** 20;
const pieceBytes = 2 ** 20;

/** Labels by which installers are known that take answers from a second CD: those of the first need a kernel on it. */
const labels: Readonly<Record<string, string>> = {
  Fedora: "Fedora-S-dvd-43",
  "Rocky Linux": "Rocky-10-x86_64",
  AlmaLinux: "AlmaLinux-10-x86",
};

/** The content of an image that is made up, in pieces: a beginning that tells what it is, and zeros. */
export function* madeUpFile(image: CatalogueImage): Generator<Buffer> {
  const head = headOf(image);
  for (let offset = 0; offset < fileBytes; offset += pieceBytes) {
    const piece = Buffer.alloc(pieceBytes);
    piece.set(head.subarray(offset, offset + pieceBytes));
    yield piece;
  }
}

export const madeUpFileBytes = fileBytes;

function headOf({ format, publisher, title, minDiskBytes }: CatalogueImage): Uint8Array {
  if (format === "qcow2") return qcow2Head(Math.max(minDiskBytes, 2 ** 30));
  if (format === "raw") return Buffer.alloc(0);
  const note = new TextEncoder().encode(`${title}, as the demo makes it up: nothing is on it.\n`);
  return writeIso(labels[publisher] ?? "DEMO", [{ name: "readme.txt", content: note }]);
}

/** The header of an empty qcow2 image (QEMU's docs/interop/qcow2.txt, version 3). @param bytes What a guest sees of it. */
function qcow2Head(bytes: number): Buffer {
  const head = Buffer.alloc(104);
  head.write("QFI\xfb", "latin1");
  head.writeUInt32BE(3, 4);
  const clusterBits = 16;
  head.writeUInt32BE(clusterBits, 20);
  head.writeBigUInt64BE(BigInt(bytes), 24);
  head.writeUInt32BE(Math.ceil(bytes / 2 ** 29), 36);
  head.writeBigUInt64BE(3n << BigInt(clusterBits), 40);
  head.writeBigUInt64BE(1n << BigInt(clusterBits), 48);
  head.writeUInt32BE(1, 56);
  head.writeUInt32BE(4, 96);
  head.writeUInt32BE(head.length, 100);
  return head;
}
