const blockBytes = 512;
/** A ROM's window takes 2 KiB at least. */
const blocks = 4;
const pciDataOffset = 0x40;
const pciDataLength = 0x18;
const efiHeaderOffset = 0x04;
const efiSignature = 0x0ef1;
const bootServiceDriver = 0x0b;
const x64Machine = 0x8664;

/**
 * An expansion ROM with a UEFI part alone, as cards made for it have: a PCI header, PCI data, and an EFI image that
 * does nothing (UEFI specification 2.10, 14.4.2, PCI option ROMs). Firmware without UEFI leaves it alone, which spares
 * it a GPU's legacy ROM, slow where all is emulated.
 * @param id "10de:2204"
 */
export function uefiRom(id: string): Buffer {
  const [vendor = "", device = ""] = id.split(":");
  const rom = Buffer.alloc(blocks * blockBytes);
  rom.writeUInt16LE(0xaa55, 0);
  rom.writeUInt16LE(blocks, 2);
  rom.writeUInt32LE(efiSignature, efiHeaderOffset);
  rom.writeUInt16LE(bootServiceDriver, 0x08);
  rom.writeUInt16LE(x64Machine, 0x0a);
  rom.writeUInt16LE(0x80, 0x16);
  rom.writeUInt16LE(pciDataOffset, 0x18);
  rom.write("PCIR", pciDataOffset, "latin1");
  rom.writeUInt16LE(Number.parseInt(vendor, 16), pciDataOffset + 0x04);
  rom.writeUInt16LE(Number.parseInt(device, 16), pciDataOffset + 0x06);
  rom.writeUInt16LE(pciDataLength, pciDataOffset + 0x0a);
  // Revision 3 of the PCI data, the class of a VGA controller, and the length in blocks.
  rom[pciDataOffset + 0x0c] = 3;
  rom.writeUIntLE(0x030000, pciDataOffset + 0x0d, 3);
  rom.writeUInt16LE(blocks, pciDataOffset + 0x10);
  // Code type 3 is UEFI; bit 7 of the next marks the last image.
  rom[pciDataOffset + 0x14] = 3;
  rom[pciDataOffset + 0x15] = 0x80;
  rom.write("MZ", 0x80, "latin1");
  return rom;
}
