/** Of a file's beginning, this much tells what is asked here; bytes. */
export const headBytes = 64 * 1024;

/**
 * Whether a disk image reads other files of the host, as its first {@link headBytes} tell: who starts a VM with it would
 * hand those files to the guest. Answers what it refers to, for people; null where the image stands alone.
 *
 * Sources: QEMU's docs/interop/qcow2.txt and qed_spec.txt, VMware's "Virtual Disk Format 5.0", Microsoft's VHD
 * specification. (QEMU does not open VHDX images that have a parent.)
 */
export function foreignFileOf(head: Buffer): string | null {
  const magic = head.toString("latin1", 0, 4);
  if (magic === "QFI\xfb") return qcow(head);
  if (magic === "QED\0") return readsBit(head, 16, qedBackingFile) ? backingImage : null;
  if (magic === "KDMV" || magic === "COWD" || isDescriptor(head)) return vmdk(head);
  return isDifferencingVhd(head) ? backingImage : null;
}

const backingImage = "another disk image, its backing file";
/** Bit 0 of QED's features. */
const qedBackingFile = 0b1;
/** Bit 2 of qcow2's incompatible features. */
const qcowDataFile = 0b100;

function qcow(head: Buffer): string | null {
  if (head.length < 16) return null;
  if (head.readBigUInt64BE(8) !== 0n) return backingImage;
  const version = head.readUInt32BE(4);
  const dataFile = version >= 3 && head.length >= 80 && (head.readUInt32BE(76) & qcowDataFile) !== 0;
  return dataFile ? "a data file beside it" : null;
}

function readsBit(head: Buffer, offset: number, bit: number): boolean {
  return head.length >= offset + 4 && (head.readUInt32LE(offset) & bit) !== 0;
}

function isDescriptor(head: Buffer): boolean {
  return head.toString("latin1", 0, 21) === "# Disk DescriptorFile";
}

function vmdk(head: Buffer): string | null {
  if (isDescriptor(head)) return "the files that hold its content";
  return head.includes("parentFileNameHint") ? backingImage : null;
}

/** Disk type 4 in the copy of the footer that a dynamic VHD begins with. */
function isDifferencingVhd(head: Buffer): boolean {
  return head.length >= 64 && head.toString("latin1", 0, 8) === "conectix" && head.readUInt32BE(60) === 4;
}
