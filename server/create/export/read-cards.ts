import type { Document } from "@xmldom/xmldom";
import { domainOf } from "../../domain/edit/domain-root";
import { type HostPciDevice, hostPciDevices } from "../../domain/host-devices/read-host-devices";
import { slotOf } from "../../units/pci-address.schema";
import { namespacedChildren, qemuNamespace } from "../../xml/build-element";
import { attributeOf, childOf } from "../../xml/xml";
import type { ExportedCard } from "./exported-vm";
import { bootOrderOf } from "./read-devices";

/** The host's PCI functions that a VM is handed, by their slots. */
export function readCards(document: Document): ExportedCard[] {
  const slots = new Map<string, HostPciDevice[]>();
  for (const device of hostPciDevices(document)) {
    const slot = slotOf(device.address);
    slots.set(slot, [...(slots.get(slot) ?? []), device]);
  }
  const displays = primaryDisplays(document);
  return [...slots.values()].map((functions) => ({
    addresses: functions.map(({ address }) => address),
    primaryDisplay: functions.some(({ element }) =>
      displays.has(attributeOf(childOf(element, "alias"), "name") ?? ""),
    ),
    rom: romOf(functions),
    bootOrder: functions.map(({ element }) => bootOrderOf(element)).find((order) => order !== null) ?? null,
  }));
}

function romOf(functions: readonly HostPciDevice[]): ExportedCard["rom"] {
  const roms = functions.map(({ element }) => childOf(element, "rom"));
  const path = roms.map((rom) => attributeOf(rom, "file")).find((one) => one !== null);
  if (path != null) return { kind: "file", path };
  return roms.some((rom) => attributeOf(rom, "bar") === "off" || attributeOf(rom, "enabled") === "no")
    ? { kind: "off" }
    : null;
}

/** The names of devices that are the guest's first screen by QEMU's x-vga (https://libvirt.org/drvqemu.html#overriding-properties-of-qemu-devices). */
function primaryDisplays(document: Document): ReadonlySet<string> {
  const overrides = namespacedChildren(domainOf(document), qemuNamespace, "override");
  const devices = overrides.flatMap((one) => namespacedChildren(one, qemuNamespace, "device"));
  const named = devices.filter((device) =>
    namespacedChildren(device, qemuNamespace, "frontend")
      .flatMap((frontend) => namespacedChildren(frontend, qemuNamespace, "property"))
      .some((one) => attributeOf(one, "name") === "x-vga" && attributeOf(one, "value") === "true"),
  );
  return new Set(named.map((device) => attributeOf(device, "alias") ?? ""));
}
