import { pciAddressSchema } from "../../../units/pci-address.schema";

/** A device that vfio-pci gets by its address, as Passdeck's own rules name it. */
export interface BoundDevice {
  /** "0000:0b:00.0" */
  address: string;
  /** "10de:2206" where it is known: another device may stand at the address once cards were moved. */
  id: string | null;
}

export const ownRules = "etc/udev/rules.d/61-passdeck-vfio.rules";

/** The devices in a text of {@link bindingRules}. */
export function boundDevices(rules: string): BoundDevice[] {
  return rules.split("\n").flatMap((line) => {
    const address = /KERNEL=="([0-9a-f:.]+)"/.exec(line)?.[1];
    const [, vendor, device] = /ATTR\{vendor\}=="0x(\w{4})", ATTR\{device\}=="0x(\w{4})"/.exec(line) ?? [];
    if (line.startsWith("#") || !pciAddressSchema.safeParse(address).success || address === undefined)
      return [];
    return [{ address, id: vendor === undefined || device === undefined ? null : `${vendor}:${device}` }];
  });
}

/** The devices that are bound and those that are to be, by address, each once. */
export function withDevices(bound: readonly BoundDevice[], further: readonly BoundDevice[]): BoundDevice[] {
  const byAddress = new Map([...bound, ...further].map((device) => [device.address, device]));
  return [...byAddress.values()].sort((one, other) => (one.address < other.address ? -1 : 1));
}
