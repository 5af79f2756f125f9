/** A configuration space with these capabilities: offset → [id, next offset]. */
export function configuration(
  capabilities: Readonly<Record<number, [number, number]>>,
  size = 4096,
): Uint8Array {
  const bytes = new Uint8Array(size);
  const view = new DataView(bytes.buffer);
  for (const [offset, [id, next]] of Object.entries(capabilities)) {
    view.setUint32(Number(offset), (next << 20) | (1 << 16) | id, true);
  }
  return bytes;
}
