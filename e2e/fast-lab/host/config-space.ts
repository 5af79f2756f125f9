/** What a configuration space is made of; numbers as sysfs has them ("0x10de"). */
export interface ConfigFacts {
  vendor: string;
  device: string;
  /** Six digits: "0x030000". */
  class: string;
  revision: string;
  subsystemVendor: string;
  subsystemDevice: string;
  /** The card has further functions. */
  multifunction: boolean;
}

/** Offsets of the PCI Local Bus Specification 3.0, chapter 6.1, and of PCI Express's capability, chapter 7.8. */
const at = {
  vendor: 0x00,
  device: 0x02,
  status: 0x06,
  revision: 0x08,
  programmingInterface: 0x09,
  class: 0x0a,
  headerType: 0x0e,
  subsystemVendor: 0x2c,
  subsystemDevice: 0x2e,
  capabilities: 0x34,
  express: 0x40,
} as const;
const bridgeClass = 0x0604;
const capabilityList = 0x10;
const expressCapability = 0x10;
const functionLevelReset = 1 << 28;

/**
 * The 256 bytes that libvirt and libpciaccess read of a device, which captures leave out: its numbers, its kind of
 * header, and PCI Express's capability with a reset of its own.
 */
export function configSpace(facts: ConfigFacts): Buffer {
  const bytes = Buffer.alloc(256);
  const classCode = Number(facts.class);
  const isBridge = classCode >> 8 === bridgeClass;
  bytes.writeUInt16LE(Number(facts.vendor), at.vendor);
  bytes.writeUInt16LE(Number(facts.device), at.device);
  bytes.writeUInt16LE(capabilityList, at.status);
  bytes.writeUInt8(Number(facts.revision), at.revision);
  bytes.writeUInt8(classCode & 0xff, at.programmingInterface);
  bytes.writeUInt16LE(classCode >> 8, at.class);
  bytes.writeUInt8((isBridge ? 1 : 0) | (facts.multifunction ? 0x80 : 0), at.headerType);
  if (!isBridge) {
    bytes.writeUInt16LE(Number(facts.subsystemVendor), at.subsystemVendor);
    bytes.writeUInt16LE(Number(facts.subsystemDevice), at.subsystemDevice);
  }
  bytes.writeUInt8(at.express, at.capabilities);
  bytes.writeUInt8(expressCapability, at.express);
  bytes.writeUInt32LE(isBridge ? 0 : functionLevelReset, at.express + 4);
  return bytes;
}
