/** What decides whether a rule fits a device: its numbers as sysfs writes them, in small letters. */
export interface NumberedDevice {
  class: string;
  vendorId: string;
  deviceId: string;
  subsystemVendorId: string;
  subsystemDeviceId: string;
}

/** One member of `ids=`; null fits any. */
export interface VfioId {
  /** As it stands there. */
  text: string;
  vendor: number | null;
  device: number | null;
  subsystemVendor: number | null;
  subsystemDevice: number | null;
  class: number;
  classMask: number;
}

/** PCI_ANY_ID of include/linux/mod_devicetable.h. */
const any = 0xffff_ffff;
/** More members than the 1,023 characters of the parameter hold. */
const mostIds = 256;

/**
 * The members of vfio-pci's `ids=`: vendor:device[:subvendor[:subdevice[:class[:mask]]]], in hexadecimal digits
 * (vfio_pci_fill_ids in drivers/vfio/pci/vfio_pci.c). What the kernel takes for none of these is in `invalid`.
 */
export function parseVfioIds(list: string): { ids: VfioId[]; invalid: string[] } {
  const members = list.split(",", mostIds).filter((member) => member !== "");
  const ids = members.flatMap((member) => idOf(member) ?? []);
  return { ids, invalid: members.filter((member) => idOf(member) === null) };
}

/** Whether a rule fits a device (pci_match_one_device in drivers/pci/pci.h). */
export function fits(id: VfioId, device: NumberedDevice): boolean {
  return (
    isOrAny(id.vendor, device.vendorId) &&
    isOrAny(id.device, device.deviceId) &&
    isOrAny(id.subsystemVendor, device.subsystemVendorId) &&
    isOrAny(id.subsystemDevice, device.subsystemDeviceId) &&
    ((id.class ^ Number.parseInt(device.class, 16)) & id.classMask) === 0
  );
}

function idOf(member: string): VfioId | null {
  const parts = member.trim().split(":");
  const numbers: number[] = [];
  // The kernel reads as far as there are digits, and takes what it has read.
  for (const part of parts.slice(0, 6)) {
    const digits = /^\s*(?:0x)?([0-9a-f]{1,8})/i.exec(part);
    if (digits?.[1] === undefined) break;
    numbers.push(Number.parseInt(digits[1], 16));
    if (digits[0].length !== part.length) break;
  }
  if (numbers.length < 2) return null;
  const wanted = (index: number) => (numbers[index] === any ? null : (numbers[index] ?? null));
  return {
    text: member.trim(),
    vendor: wanted(0),
    device: wanted(1),
    subsystemVendor: wanted(2),
    subsystemDevice: wanted(3),
    class: numbers[4] ?? 0,
    classMask: numbers[5] ?? 0,
  };
}

function isOrAny(wanted: number | null, digits: string): boolean {
  return wanted === null || wanted === Number.parseInt(digits, 16);
}
