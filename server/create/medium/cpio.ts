import type { IsoFile } from "../cloud-init/iso/write-iso";

/** Where a member and its content begin; the kernel takes an archive behind another one at the same boundary. */
const alignment = 4;

/** A file that only root reads: there are hashes of passwords in it. */
const fileMode = 0o100600;

/**
 * Files as a cpio archive in the form "newc" (the kernel's "initramfs buffer format"), which behind an initial RAM disk puts
 * them into its root. The same files give the same bytes.
 */
export function writeCpio(files: readonly IsoFile[]): Uint8Array {
  const members = files.map(({ name, content }, index) => member(name, content, index + 1, fileMode));
  return Buffer.concat([...members, member("TRAILER!!!", new Uint8Array(), 0, 0)]);
}

function member(name: string, content: Uint8Array, inode: number, mode: number): Buffer {
  const fields = [inode, mode, 0, 0, 1, 0, content.length, 0, 0, 0, 0, name.length + 1, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}${name}\0`;
  return Buffer.concat([padded(Buffer.from(header, "latin1")), padded(Buffer.from(content))]);
}

/** With zeros up to the next boundary. */
function padded(bytes: Buffer): Buffer {
  return Buffer.concat([bytes, Buffer.alloc(missingTo(bytes.length))]);
}

/** How many bytes there are from a length to the next boundary. */
export function missingTo(length: number): number {
  return (alignment - (length % alignment)) % alignment;
}
