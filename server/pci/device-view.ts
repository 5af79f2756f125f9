import { plainText } from "../host/plain-text";
import { slotOf } from "../units/pci-address.schema";
import { isBridge } from "./device-kind.schema";
import type { FurtherDeviceFacts } from "./facts.schema";
import type { PciIdLookup } from "./pci-ids";
import type { RawDevice } from "./raw-device";
import type { IommuGroup, PciDevice } from "./schema";

/**
 * Devices as they are shown: with names, and with the other functions of their cards. What has no name is called by
 * its number, as lspci does.
 * @param furtherFacts What else is known of a device.
 */
export function deviceViews(
  devices: readonly RawDevice[],
  ids: PciIdLookup,
  furtherFacts: (device: RawDevice) => FurtherDeviceFacts,
): PciDevice[] {
  const cards = cardsOf(devices);
  return devices.map((device) => ({
    address: device.address,
    class: device.class,
    classLabel: classLabel(device.class, ids),
    vendorId: device.vendorId,
    deviceId: device.deviceId,
    subsystem: subsystemOf(device),
    vendor: plainText(ids.vendor(device.vendorId) ?? `Vendor ${device.vendorId}`),
    product: plainText(ids.device(device.vendorId, device.deviceId) ?? `Device ${device.deviceId}`),
    ...subsystemNames(device, ids),
    driver: device.driver,
    iommuGroup: device.iommuGroup,
    bootVga: device.bootVga,
    resetMethods: device.resetMethods,
    companions: (cards.get(cardOf(device)) ?? []).filter((address) => address !== device.address),
    parent: device.parent,
    physicalFunction: device.physicalFunction,
    ...(device.domainController === null ? {} : { domainController: device.domainController }),
    ...furtherFacts(device),
  }));
}

/** The groups with their devices. A group is isolated when all its devices that are no bridges sit on one card. */
export function groupViews(ids: readonly number[], devices: readonly RawDevice[]): IommuGroup[] {
  const members = new Map<number, RawDevice[]>(ids.map((id) => [id, []]));
  for (const device of devices) {
    if (device.iommuGroup === null) continue;
    const group = members.get(device.iommuGroup);
    if (group === undefined) members.set(device.iommuGroup, [device]);
    else group.push(device);
  }
  return [...members]
    .filter(([, group]) => group.length > 0)
    .sort(([left], [right]) => left - right)
    .map(([id, group]) => ({
      id,
      devices: group.map((device) => device.address),
      isolated: new Set(group.filter((device) => !isBridge(device)).map(cardOf)).size <= 1,
    }));
}

/**
 * What a device belongs to as a piece of hardware: all functions of a slot. An SR-IOV virtual function is a card of
 * its own, although it may share the slot's number with others.
 */
function cardOf(device: RawDevice): string {
  return device.physicalFunction === null ? slotOf(device.address) : device.address;
}

function cardsOf(devices: readonly RawDevice[]): Map<string, string[]> {
  const cards = new Map<string, string[]>();
  for (const device of devices) {
    const card = cards.get(cardOf(device));
    if (card === undefined) cards.set(cardOf(device), [device.address]);
    else card.push(device.address);
  }
  return cards;
}

function subsystemOf(device: RawDevice): string | null {
  const { subsystemVendorId: vendor, subsystemDeviceId: id } = device;
  return vendor === "0000" && id === "0000" ? null : `${vendor}:${id}`;
}

function subsystemNames(device: RawDevice, ids: PciIdLookup) {
  const subsystem = subsystemOf(device);
  if (subsystem === null) return { subsystemVendor: null, subsystemProduct: null };
  return {
    subsystemVendor: shown(ids.vendor(device.subsystemVendorId)),
    subsystemProduct: shown(ids.subsystem(device.vendorId, device.deviceId, subsystem)),
  };
}

function shown(name: string | null): string | null {
  return name === null ? null : plainText(name) || null;
}

function classLabel(classCode: string, ids: PciIdLookup): string {
  const base = classCode.slice(0, 2);
  const label = ids.subClass(base, classCode.slice(2, 4)) ?? ids.baseClass(base);
  return plainText(label ?? `Class ${classCode.slice(0, 4)}`);
}
