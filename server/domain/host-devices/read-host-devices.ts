import type { Document, Element } from "@xmldom/xmldom";
import { attributeOf, childOf } from "../../xml/xml";
import { deviceElements } from "../edit/device-elements";
import { readUsbPorts } from "../usb-ports";
import type { HandedDevice, HostDeviceSource } from "./host-device.schema";
import { readHostDeviceSource } from "./read-source";

/** A device that hands something of the host to the guest. */
export interface HostDevice extends HandedDevice {
  element: Element;
}

/** One that hands over a PCI function. */
export interface HostPciDevice extends HostDevice {
  /** "0000:01:00.0" */
  address: string;
}

/**
 * The devices of a definition that hand something of the host to the guest, in whichever form, in its order: what can't
 * be read is among them, as unknown.
 */
export function hostDevices(document: Document): HostDevice[] {
  return deviceElements(document).flatMap((element) => readHostDevice(element) ?? []);
}

/** Those that hand over a PCI function. */
export function hostPciDevices(document: Document): HostPciDevice[] {
  return hostDevices(document).flatMap((device) =>
    device.source.bus === "pci" ? { ...device, address: device.source.address } : [],
  );
}

/** As {@link hostDevices} of one element; null of one that hands nothing over. */
function readHostDevice(element: Element): HostDevice | null {
  const read = readHostDeviceSource(element);
  if (read === null) return null;
  const source = childOf(element, "source");
  // An NVMe disk says it of its source (https://libvirt.org/formatdomain.html#hard-drives-floppy-disks-cdroms).
  const managed = attributeOf(element.nodeName === "disk" ? source : element, "managed") === "yes";
  return {
    element,
    source: read,
    managed,
    optional: attributeOf(source, "startupPolicy") === "optional",
    shareable: childOf(element, "shareable") !== null,
  };
}

/** What a definition hands over, without its elements; and what Passdeck hands over of the ports that it names. */
export function handedDevices(document: Document): HandedDevice[] {
  const elements = hostDevices(document).map(({ element: _element, ...device }) => device);
  return [...elements, ...readUsbPorts(document).map(deviceInPort)];
}

/** Passdeck plugs it into the VM that runs, and takes it out: the VM starts without. */
function deviceInPort(port: string): HandedDevice {
  const source = { bus: "usb", ids: null, place: null, port } as const;
  return { source, managed: true, optional: true, shareable: false };
}

/** Why it can't be told what of the host a device hands over; null where it can, or where it hands nothing over. */
export function hostDeviceProblem(element: Element): string | null {
  const source: HostDeviceSource | null = readHostDeviceSource(element);
  return source?.bus === "unknown" ? source.problem : null;
}
