import { open } from "node:fs/promises";

/** Offsets in Btrfs's superblock (include/uapi/linux/btrfs_tree.h, `btrfs_super_block`). */
const superblock = { at: 0x10000, bytes: 4096 };
const at = { fileSystem: 0x20, incompatible: 0xbc, metadata: 0x23b } as const;
const metadataUuid = 1n << 10n;

/**
 * Gives a Btrfs another UUID, as `btrfstune -m` does: the kernel mounts no two that are called the same, and the tests
 * of two checkouts may run on one machine. To be done to each of its devices.
 */
export async function renameBtrfs(image: string, uuid: string): Promise<void> {
  const file = await open(image, "r+");
  try {
    const block = Buffer.alloc(superblock.bytes);
    await file.read(block, 0, block.length, superblock.at);
    block.copy(block, at.metadata, at.fileSystem, at.fileSystem + 16);
    Buffer.from(uuid.replaceAll("-", ""), "hex").copy(block, at.fileSystem);
    block.writeBigUInt64LE(block.readBigUInt64LE(at.incompatible) | metadataUuid, at.incompatible);
    block.writeUInt32LE(crc32c(block.subarray(at.fileSystem)), 0);
    await file.write(block, 0, block.length, superblock.at);
  } finally {
    await file.close();
  }
}

/** Castagnoli's checksum (RFC 3720, appendix B.4). */
function crc32c(bytes: Uint8Array): number {
  let sum = 0xffffffff;
  for (const byte of bytes) {
    sum ^= byte;
    for (let bit = 0; bit < 8; bit += 1) sum = (sum >>> 1) ^ (sum & 1 ? 0x82f63b78 : 0);
  }
  return ~sum >>> 0;
}
