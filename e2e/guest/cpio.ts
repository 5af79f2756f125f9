/** One entry of an archive: a file, a folder or a link. */
export interface CpioEntry {
  /** Without a leading slash. */
  path: string;
  /** File type and permissions, as in stat(2): 0o100755 is a program, 0o040755 a folder, 0o120777 a link. */
  mode: number;
  /** A file's content, or where a link points; empty for a folder. */
  content: Buffer;
}

const headerLength = 110;

/**
 * Writes the "newc" format that the kernel unpacks as an initramfs
 * (Documentation/driver-api/early-userspace/buffer-format.rst in Linux's source). Everything belongs to root and
 * carries the date 0, so that the same input gives the same bytes.
 */
export function cpioArchive(entries: readonly CpioEntry[]): Buffer {
  const trailer: CpioEntry = { path: "TRAILER!!!", mode: 0, content: Buffer.alloc(0) };
  return Buffer.concat([...entries, trailer].map((entry, index) => archived(entry, index + 1)));
}

function archived({ path, mode, content }: CpioEntry, inode: number): Buffer {
  const name = Buffer.from(`${path}\0`);
  const links = 1;
  // inode, mode, user, group, links, date, size, device ×2, special device ×2, length of the name, checksum (unused)
  const fields = [inode, mode, 0, 0, links, 0, content.length, 0, 0, 0, 0, name.length, 0];
  const header = `070701${fields.map((field) => field.toString(16).padStart(8, "0")).join("")}`;
  return Buffer.concat([
    Buffer.from(header),
    name,
    padding(headerLength + name.length),
    content,
    padding(content.length),
  ]);
}

/** Zeros up to the next multiple of four. */
function padding(length: number): Buffer {
  return Buffer.alloc((4 - (length % 4)) % 4);
}
