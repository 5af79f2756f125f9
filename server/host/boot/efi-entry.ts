/** A Boot#### variable of the firmware: what it starts. */
export interface EfiEntry {
  /** "0001" */
  number: string;
  /** "Arch Linux" */
  label: string;
  /** The partition's UUID, in small letters; null where the entry is of no partition with a GPT. */
  partition: string | null;
  /** On that partition: "\\vmlinuz-linux"; null where it names no file. */
  file: string | null;
  /** What the file is started with, where that is text: a kernel's line. */
  line: string;
}

/** Nodes of a device path, by type and subtype (UEFI 2.10, 10.3.5): a partition, a file on it, and the end. */
const [partitionNode, fileNode, endNode] = [0x0401, 0x0404, 0x7fff];
/** Of a partition's signature: a GUID. */
const guidSignature = 2;

/**
 * Reads a variable as efivarfs shows it: four bytes of the variable's own attributes, then an EFI_LOAD_OPTION (UEFI 2.10, 3.1.3):
 * attributes, the length of the device path, the label, the path, and what the file is started with.
 * @returns null of what is no such thing.
 */
export function readEfiEntry(number: string, variable: Uint8Array): EfiEntry | null {
  const bytes = Buffer.from(variable).subarray(4);
  if (bytes.length < 8) return null;
  const length = bytes.readUInt16LE(4);
  const labelEnd = endOfText(bytes, 6);
  if (labelEnd === null || labelEnd + 2 + length > bytes.length) return null;
  const pathEnd = labelEnd + 2 + length;
  const path = pathIn(bytes.subarray(labelEnd + 2, pathEnd));
  const line = bytes.subarray(pathEnd).toString("utf16le").replace(/\0+$/, "");
  return { number, label: bytes.toString("utf16le", 6, labelEnd), ...path, line };
}

function endOfText(bytes: Buffer, from: number): number | null {
  for (let at = from; at + 1 < bytes.length; at += 2) if (bytes.readUInt16LE(at) === 0) return at;
  return null;
}

function pathIn(path: Buffer): Pick<EfiEntry, "partition" | "file"> {
  let [partition, file]: (string | null)[] = [null, null];
  for (let at = 0; at + 4 <= path.length; ) {
    const [kind, length] = [path.readUInt16BE(at), path.readUInt16LE(at + 2)];
    if (kind === endNode || length < 4 || at + length > path.length) break;
    const node = path.subarray(at, at + length);
    if (kind === partitionNode && length >= 42 && node[41] === guidSignature)
      partition = guidOf(node.subarray(24, 40));
    if (kind === fileNode) file = (file ?? "") + node.toString("utf16le", 4).replace(/\0.*$/s, "");
    at += length;
  }
  return { partition: partition ?? null, file: file ?? null };
}

/** Its first three parts are kept with the lowest byte first (UEFI 2.10, appendix A). */
function guidOf(bytes: Buffer): string {
  const hex = (from: number, to: number) => bytes.toString("hex", from, to);
  const swapped = (from: number, to: number) =>
    Buffer.from(bytes.subarray(from, to)).reverse().toString("hex");
  return [swapped(0, 4), swapped(4, 6), swapped(6, 8), hex(8, 10), hex(10, 16)].join("-");
}
