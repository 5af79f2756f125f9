/** Where a device's capabilities begin, and that of PCI Express, of a root port (PCI Express 5.0, 7.5.1 and 7.5.3). */
const capabilities = { pointer: 0x34, at: 0x40, express: 0x10 };
const rootPort = 4 << 4;

/** The configuration space of a root port as those of a Haswell CPU and its chipset are: without Access Control Services. */
export function portConfiguration(): Uint8Array {
  const space = new Uint8Array(4096);
  space[capabilities.pointer] = capabilities.at;
  space[capabilities.at] = capabilities.express;
  space[capabilities.at + 2] = rootPort;
  return space;
}
