/** The header of a function's configuration space, of which anybody may read all. */
const headerBytes = 64;

/**
 * Whether nobody answers when a device's configuration is read, as of one that fell off the bus, hangs in a reset or
 * has no power: the root complex makes all ones of that (PCI Express Base Specification, 2.3.2). The IDs alone don't
 * tell: those of a virtual function always read as ones (9.3.4.1).
 */
export function isSilent(configuration: Uint8Array | null): boolean {
  if (configuration === null || configuration.length < headerBytes) return false;
  return configuration.subarray(0, headerBytes).every((byte) => byte === 0xff);
}

/** The configuration of a device that does not answer, for captures: it says nothing of the host or its owner. */
export const silence: Uint8Array = new Uint8Array(headerBytes).fill(0xff);
