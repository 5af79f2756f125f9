import type { Document } from "@xmldom/xmldom";
import { deviceElements } from "../../domain/edit/device-elements";
import { buildElement } from "../../xml/build-element";
import { insertElement } from "../../xml/white-space";
import { attributeOf, childOf } from "../../xml/xml";

/** Root ports that stay free, so that disks and networks can be plugged in while the VM runs. */
const spare = 4;

/**
 * Adds PCI Express root ports behind those of the VM's cards: one for each device that libvirt will put behind one, and
 * some that stay free. libvirt makes only as many as it needs itself.
 * https://libvirt.org/pci-hotplug.html
 */
export function addSparePorts(document: Document): void {
  const devices = childOf(document.documentElement, "devices");
  if (devices === null) return;
  const taken = deviceElements(document)
    .filter((device) => attributeOf(device, "model") === "pcie-root-port")
    .map((device) => Number(attributeOf(device, "index") ?? 0));
  const first = Math.max(0, ...taken) + 1;
  const needed = portsNeeded(document) + spare;
  for (let index = first; index < first + needed; index += 1) {
    const attributes = { type: "pci", index: String(index), model: "pcie-root-port" };
    const last = deviceElements(document).findLast(({ nodeName }) => nodeName === "controller");
    insertElement(devices, buildElement(document, { name: "controller", attributes }), last);
  }
}

function portsNeeded(document: Document): number {
  const devices = deviceElements(document);
  const behindPort = devices.filter((device) => {
    const model = attributeOf(device, "model") ?? "";
    if (device.nodeName === "disk") return attributeOf(childOf(device, "target"), "bus") === "virtio";
    if (device.nodeName === "controller") return model === "qemu-xhci" || model === "virtio-scsi";
    if (device.nodeName === "memballoon") return model !== "none";
    return ["interface", "filesystem", "rng"].includes(device.nodeName);
  });
  // All channels share one controller.
  return behindPort.length + (devices.some(({ nodeName }) => nodeName === "channel") ? 1 : 0);
}
