import type { Document, Element } from "@xmldom/xmldom";
import { removeElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";
import type { ValueChange } from "../devices/device-edits";
import { freeTarget } from "../devices/disk/target";
import { deviceElements } from "../edit/device-elements";
import { guestAddressOf } from "../edit/guest-slots";
import { dropNote, findNotes } from "../edit/notes";

/**
 * A machine of another family (i440fx, q35) has other buses: the PCI controllers of the one before go with every place on
 * them, and libvirt gives new ones. q35 has no IDE, so its disks go to SATA (https://libvirt.org/pci-hotplug.html).
 */
export function fitMachine(document: Document, { now, to }: ValueChange): string[] {
  if (to.machine == null || now.machine == null || familyOf(to.machine) === familyOf(now.machine)) return [];
  const isOfFamily = (device: Element) =>
    device.nodeName === "controller" && ["pci", "ide"].includes(attributeOf(device, "type") ?? "");
  const controllers = deviceElements(document).filter(isOfFamily);
  for (const controller of controllers) removeElement(controller);
  for (const note of findNotes(document, "port")) dropNote(note);
  const addresses = deviceElements(document).flatMap((device) => guestAddressOf(device) ?? []);
  for (const address of addresses) removeElement(address);
  const disks = familyOf(to.machine) === "q35" ? ideDisksOf(document) : [];
  for (const disk of disks) moveToSata(document, disk);
  return [
    ...(controllers.length === 0 ? [] : ["the PCI and IDE controllers"]),
    ...(addresses.length === 0 ? [] : ["the devices' PCI addresses in the guest"]),
    ...(disks.length === 0 ? [] : ["IDE (its disks and drives move to SATA)"]),
  ];
}

function familyOf(machine: string): string {
  if (/^(pc-)?q35/.test(machine)) return "q35";
  return /^pc(-i440fx-.*|-\d.*)?$/.test(machine) ? "i440fx" : machine.replace(/-\d.*$/, "");
}

function ideDisksOf(document: Document): Element[] {
  return deviceElements(document).filter(
    (device) => device.nodeName === "disk" && attributeOf(childOf(device, "target"), "bus") === "ide",
  );
}

function moveToSata(document: Document, disk: Element): void {
  const target = childOf(disk, "target");
  target?.setAttribute("dev", freeTarget(document, "sata"));
  target?.setAttribute("bus", "sata");
  const address = childOf(disk, "address");
  if (address !== null) removeElement(address);
}
