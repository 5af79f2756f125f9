const sector = 512;
/** QEMU looks for a driver in so many bytes (BLOCK_PROBE_BUF_SIZE). */
const probed = 512;
/** Kinds of VMDK whose content is in the file itself (VMware's "Virtual Disk Format 5.0"). */
const ownContent = new Set(["monolithicSparse", "streamOptimized"]);

/**
 * Why a VMDK image may not be kept: its descriptor names the files that hold its content, which may be any of the host.
 * Only a sparse file with its descriptor inside has all in itself. null for what is no VMDK.
 * @param whole What is missing of the head is missing for good.
 */
export function vmdkProblem(head: Buffer, whole: boolean): string | null {
  const magic = head.toString("latin1", 0, 4);
  if (isDescriptor(head)) return naming("a descriptor");
  if (magic === "COWD") return naming("of ESX's old kind");
  if (magic !== "KDMV") return null;
  return head.includes("parentFileNameHint") ? naming("with a parent") : sparseProblem(head, whole);
}

/** vmdk_probe in QEMU's block/vmdk.c: comments and empty lines, then the version. */
function isDescriptor(head: Buffer): boolean {
  const text = head.toString("latin1", 0, probed).replace(/^(?:#[^\n]*\n|[ \t\r]*\n)*/, "");
  return head.toString("latin1", 0, 21) === "# Disk DescriptorFile" || /^[ \t]*version=/.test(text);
}

/** A header without a capacity makes QEMU read the descriptor in place of the content that follows. */
function sparseProblem(head: Buffer, whole: boolean): string | null {
  if (head.length < 44) return whole ? naming("that is cut off") : null;
  if (head.readBigUInt64LE(12) === 0n) return naming("without a capacity");
  const start = head.readBigUInt64LE(28) * BigInt(sector);
  const end = start + head.readBigUInt64LE(36) * BigInt(sector);
  if (start === 0n) return naming("without a descriptor");
  if (BigInt(head.length) < end && !whole) return null;
  const descriptor = head.toString("latin1", Number(start < head.length ? start : head.length), head.length);
  const type = /^\s*createType\s*=\s*"([^"\n]*)"/im.exec(descriptor)?.[1] ?? "";
  return ownContent.has(type) ? null : naming(type === "" ? "without a type" : `of the type ${type}`);
}

function naming(kind: string): string {
  return `it is a VMDK ${kind}, which may name any file of the host as its content`;
}
