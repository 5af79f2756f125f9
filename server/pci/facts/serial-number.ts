/** Where a PCI Express device's extended capabilities begin, and the id of the serial number's (PCIe Base 7.9.3). */
const firstCapability = 0x100;
const serialNumberId = 0x0003;

/** More capabilities than fit into the extended space: a chain that is longer runs in a circle. */
const mostCapabilities = 960;

/**
 * The PCI Express device serial number from a device's configuration space, as lspci writes it; null where it has
 * none, or where only the first 64 bytes may be read, as by anybody but root.
 */
export function serialNumberOf(configuration: Uint8Array | null): string | null {
  if (configuration === null) return null;
  const view = new DataView(configuration.buffer, configuration.byteOffset, configuration.byteLength);
  let offset = firstCapability;
  for (let step = 0; step < mostCapabilities; step += 1) {
    if (offset < firstCapability || offset % 4 !== 0 || offset + 12 > view.byteLength) return null;
    const header = view.getUint32(offset, true);
    if (header === 0 || header === 0xffffffff) return null;
    if ((header & 0xffff) === serialNumberId)
      return serialText(configuration.subarray(offset + 4, offset + 12));
    offset = header >>> 20;
  }
  return null;
}

/** The number's bytes, the highest first. Neither all zeros nor all ones is a number. */
function serialText(bytes: Uint8Array): string | null {
  const text = [...bytes].reverse().map((byte) => byte.toString(16).padStart(2, "0"));
  return /^(0+|f+)$/.test(text.join("")) ? null : text.join("-");
}
