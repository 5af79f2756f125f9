import { vmdkProblem } from "./vmdk-head";

/** Of a file's beginning, this much tells what is asked here; bytes. */
export const headBytes = 64 * 1024;

/**
 * Why a disk image may not be kept, as its first {@link headBytes} tell: who starts a VM with an image that reads other
 * files of the host, or copies it, hands those files to the guest. Kinds that QEMU opens by themselves are allowed one by
 * one; what none of its drivers would take for theirs is raw. In words that go on from the file's name; null where the
 * image stands alone.
 *
 * Sources: QEMU's docs/interop/qcow2.txt and qed_spec.txt, the `…_probe` functions of its block drivers (block/*.c),
 * VMware's "Virtual Disk Format 5.0", Microsoft's VHD specification. (QEMU does not open VHDX images that have a parent.)
 * @param whole The head is there in full, or the file is: what is missing then is missing for good.
 */
export function imageProblem(head: Buffer, whole: boolean): string | null {
  const magic = head.toString("latin1", 0, 4);
  if (magic === "QFI\xfb") return qcow(head);
  if (magic === "QED\0") return readsBit(head, 16, qedBackingFile) ? backingImage : null;
  return vmdkProblem(head, whole) ?? vhd(head) ?? virtualBox(head) ?? unchecked(head);
}

const backingImage =
  "it refers to another disk image, its backing file, and would show a guest files of the host";
/** Bit 0 of QED's features. */
const qedBackingFile = 0b1;
/** Bit 2 of qcow2's incompatible features. */
const qcowDataFile = 0b100;

function qcow(head: Buffer): string | null {
  if (head.length < 16) return null;
  if (head.readBigUInt64BE(8) !== 0n) return backingImage;
  const version = head.readUInt32BE(4);
  if (version < 1 || version > 3) return `it is a qcow image of the unknown version ${version}`;
  return hasDataFile(head)
    ? "it refers to a data file beside it, and would show a guest files of the host"
    : null;
}

/** Whether a qcow2 image has its content in another file. */
export function hasDataFile(head: Buffer): boolean {
  return head.length >= 80 && head.readUInt32BE(4) >= 3 && (head.readUInt32BE(76) & qcowDataFile) !== 0;
}

function readsBit(head: Buffer, offset: number, bit: number): boolean {
  return head.length >= offset + 4 && (head.readUInt32LE(offset) & bit) !== 0;
}

/** A dynamic VHD begins with a copy of its footer; type 4 is a difference to another file. */
function vhd(head: Buffer): string | null {
  if (head.length < 64 || head.toString("latin1", 0, 8) !== "conectix") return null;
  return head.readUInt32BE(60) === 3 ? null : backingImage;
}

/** VirtualBox's VDI: 1 grows, 2 is allocated whole, and the others are differences to another file. */
function virtualBox(head: Buffer): string | null {
  if (head.length < 0x50 || head.readUInt32LE(0x40) !== 0xbeda107f) return null;
  return [1, 2].includes(head.readUInt32LE(0x4c)) ? null : backingImage;
}

/** Kinds that nobody has looked at; one text may be the beginning of another. */
const uncheckedKinds: Readonly<Record<string, string>> = {
  WithoutFreeSpace: "Parallels",
  WithouFreSpacExt: "Parallels",
  "Bochs Virtual HD Image": "Bochs",
  "#!/bin/sh\n#V2.0 Format\n": "cloop",
};

function unchecked(head: Buffer): string | null {
  const beginning = head.toString("latin1", 0, 32);
  const kind = Object.entries(uncheckedKinds).find(([magic]) => beginning.startsWith(magic))?.[1];
  return kind === undefined
    ? null
    : `images of the kind ${kind} are not checked for references to other files`;
}
