import type { TroubleDevice, TroubleLookup } from "./trouble";

/** A PCI address in a pattern, as the group "address". */
export const addressPattern = "(?<address>[0-9a-f]{4,8}:[0-9a-f]{2}:[01][0-9a-f]\\.[0-7])";

/** An address of the short forms of logs, "01:00.0" or "0000:01:00", with its domain and function. */
export function fullAddress(address: string): string {
  if (address === "") return "";
  const withFunction = address.includes(".") ? address : `${address}.0`;
  return withFunction.split(":").length === 3 ? withFunction : `0000:${withFunction}`;
}

/** Drivers that leave a device alone: a group with these is viable (Documentation/driver-api/vfio.rst). */
const harmlessDrivers: ReadonlySet<string> = new Set(["vfio-pci", "pci-stub"]);

/** "GeForce RTX 3090 (0000:01:00.0)", or the address alone where the device is not known. */
export function nameOf(address: string, { devices }: TroubleLookup): string {
  if (address === "") return "the device";
  return devices.find((device) => device.address === address)?.name ?? `PCI device ${address}`;
}

/** The first device of a group that is no bridge, for texts that name the group alone. */
export function nameOfGroup(group: string, lookup: TroubleLookup): string {
  const [first] = endpointsOf(group, lookup);
  return first?.name ?? "the device";
}

export function addressesOfGroup(group: string, lookup: TroubleLookup): string[] {
  return endpointsOf(group, lookup).map(({ address }) => address);
}

/**
 * Devices of a group that the host still has. What the VM is given is left out: libvirt hands that back to the host
 * when a start fails, so that it looks like a culprit afterwards.
 */
export function culpritsOf(group: string, address: string, lookup: TroubleLookup): TroubleDevice[] {
  const given = new Set([address, ...lookup.givenTogether(address)]);
  return endpointsOf(group, lookup).filter(
    (device) => !given.has(device.address) && device.driver !== null && !harmlessDrivers.has(device.driver),
  );
}

/** "82540EM (0000:07:02.0) is still bound to e1000 and …" */
export function culpritsInWords(culprits: readonly TroubleDevice[]): string {
  return culprits.map(({ name, driver }) => `${name} is still bound to ${driver}`).join(", and ");
}

export function capitalised(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}

/** What a text tells of a device alone. */
export function about(address: string): string[] {
  return address === "" ? [] : [address];
}

/** A group's devices without its bridges, which nobody is given. */
export function endpointsOf(group: string, { devices }: TroubleLookup): TroubleDevice[] {
  return devices.filter(({ iommuGroup, bridge }) => String(iommuGroup) === group && !bridge);
}
