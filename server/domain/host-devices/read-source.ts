import type { Element } from "@xmldom/xmldom";
import { pciAddressText } from "../../units/pci-address.schema";
import { readPciAddress } from "../../units/pci-address-element";
import { readNumber } from "../../units/read-number";
import { readUsbId } from "../../units/usb-id.schema";
import { attributeOf, childOf } from "../../xml/xml";
import type { HostDeviceSource, UsbIds, UsbPlace } from "./host-device.schema";

/**
 * What of the host a device hands to the guest; null where it hands nothing over. The forms: a device as it is, a network
 * card of which libvirt sets MAC address and VLAN first, and an NVMe controller that QEMU itself drives
 * (https://libvirt.org/formatdomain.html#usb-pci-scsi-devices, #pci-passthrough, #hard-drives-floppy-disks-cdroms).
 */
export function readHostDeviceSource(element: Element): HostDeviceSource | null {
  const type = attributeOf(element, "type");
  const source = childOf(element, "source");
  switch (element.nodeName) {
    case "hostdev":
      return readHostdev(attributeOf(element, "mode") ?? "subsystem", type, source);
    case "interface":
      return type === "hostdev" ? readInterface(source) : null;
    case "disk":
      return type === "nvme" ? readPci(source) : null;
    default:
      return null;
  }
}

function readHostdev(mode: string, type: string | null, source: Element | null): HostDeviceSource {
  if (mode !== "subsystem") return unknown(`a device of the mode “${mode}” is not known`);
  switch (type) {
    case "pci":
      return readPci(source);
    case "usb":
      return readUsb(source);
    case "mdev":
      return readMdev(source);
    case "scsi":
      return readScsi(source);
    case "scsi_host":
      return readTarget(attributeOf(source, "wwpn"), "WWPN");
    default:
      return unknown(type === null ? "it has no type" : `a device of the type “${type}” is not known`);
  }
}

/** libvirt takes a network card on USB, too. */
function readInterface(source: Element | null): HostDeviceSource {
  return attributeOf(childOf(source, "address"), "type") === "usb" ? readUsb(source) : readPci(source);
}

function readPci(source: Element | null): HostDeviceSource {
  const address = childOf(source, "address");
  if (address === null) return unknown("it has no address");
  const place = readPciAddress(address);
  return place === null
    ? unknown("its PCI address is no number")
    : { bus: "pci", address: pciAddressText(place) };
}

function readUsb(source: Element | null): HostDeviceSource {
  const ids = readUsbIds(source);
  const place = readUsbPlace(childOf(source, "address"));
  if (ids === "wrong" || place === "wrong") return unknown("its IDs or its address are no numbers");
  if (ids === null && place === null) return unknown("it has neither vendor and product nor an address");
  return { bus: "usb", ids, place };
}

function readUsbIds(source: Element | null): UsbIds | "wrong" | null {
  const [vendor, product] = [childOf(source, "vendor"), childOf(source, "product")];
  if (vendor === null && product === null) return null;
  const [vendorId, productId] = [
    readUsbId(attributeOf(vendor, "id") ?? ""),
    readUsbId(attributeOf(product, "id") ?? ""),
  ];
  return vendorId === null || productId === null ? "wrong" : { vendorId, productId };
}

function readUsbPlace(address: Element | null): UsbPlace | "wrong" | null {
  if (address === null) return null;
  const [bus, device] = [
    readNumber(attributeOf(address, "bus") ?? ""),
    readNumber(attributeOf(address, "device") ?? ""),
  ];
  return bus === null || device === null ? "wrong" : { bus, device };
}

function readMdev(source: Element | null): HostDeviceSource {
  const uuid = attributeOf(childOf(source, "address"), "uuid") ?? "";
  const isUuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i.test(uuid);
  return isUuid ? { bus: "mdev", uuid: uuid.toLowerCase() } : unknown("its UUID is none");
}

function readScsi(source: Element | null): HostDeviceSource {
  if (attributeOf(source, "protocol") === "iscsi") return readTarget(attributeOf(source, "name"), "name");
  const [, host] = /^scsi_host(\d+)$/.exec(attributeOf(childOf(source, "adapter"), "name") ?? "") ?? [];
  const address = childOf(source, "address");
  const parts = ["bus", "target", "unit"].map((name) => readNumber(attributeOf(address, name) ?? "0"));
  if (host === undefined) return unknown("its adapter is no SCSI host");
  if (address === null || parts.includes(null)) return unknown("its SCSI address is no number");
  return { bus: "scsi", host: Number(host), target: parts.join(":") };
}

function readTarget(name: string | null, what: string): HostDeviceSource {
  return name === null ? unknown(`it has no ${what}`) : { bus: "scsi-target", name };
}

function unknown(problem: string): HostDeviceSource {
  return { bus: "unknown", problem };
}
