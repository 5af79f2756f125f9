import { parsePciAddress } from "../../units/pci-address.schema";
import { pciAddressAttributes } from "../../units/pci-address-element";
import type { HostDeviceSource } from "./host-device.schema";

/** A form in which a definition hands over something of the host. */
export interface HostDeviceForm {
  xml: string;
  source: HostDeviceSource;
}

const uuid = "c2177883-f1bb-47f0-914d-32a22e3a8804";
const ids = { vendorId: "046d", productId: "c52b" };
const idsXml = "<vendor id='0x046d'/><product id='0xc52b'/>";
const hostdev = (type: string, source: string) =>
  `<hostdev mode='subsystem' type='${type}' managed='yes'>${source}</hostdev>`;

/** Every form, as libvirt writes it, of what is at a PCI address or hangs on it. */
export function hostDeviceForms(address: string): Readonly<Record<string, HostDeviceForm>> {
  const place = parsePciAddress(address);
  if (place === null) throw new Error(`${address} is no PCI address.`);
  const words = Object.entries(pciAddressAttributes(place)).map(([name, value]) => `${name}='${value}'`);
  const at = (more = "") => `<address ${[more, ...words].join(" ")}/>`;
  const pci = { bus: "pci", address } as const;
  return {
    hostdev: { xml: hostdev("pci", `<source>${at()}</source>`), source: pci },
    interface: {
      xml: `<interface type='hostdev' managed='yes'><mac address='52:54:00:00:00:07'/><source>${at("type='pci'")}</source></interface>`,
      source: pci,
    },
    "nvme disk": {
      xml: `<disk type='nvme' device='disk'><source type='pci' managed='yes' namespace='1'>${at()}</source><target dev='vdz' bus='virtio'/></disk>`,
      source: pci,
    },
    "usb by IDs": {
      xml: hostdev("usb", `<source>${idsXml}</source>`),
      source: { bus: "usb", ids, place: null },
    },
    "usb by place": {
      xml: hostdev("usb", "<source><address bus='1' device='5'/></source>"),
      source: { bus: "usb", ids: null, place: { bus: 1, device: 5 } },
    },
    "usb by both": {
      xml: hostdev("usb", `<source>${idsXml}<address bus='1' device='5'/></source>`),
      source: { bus: "usb", ids, place: { bus: 1, device: 5 } },
    },
    mdev: {
      xml: `<hostdev mode='subsystem' type='mdev' managed='no' model='vfio-pci'><source><address uuid='${uuid}'/></source></hostdev>`,
      source: { bus: "mdev", uuid },
    },
    scsi: {
      xml: hostdev(
        "scsi",
        "<source><adapter name='scsi_host3'/><address bus='0' target='1' unit='0'/></source>",
      ),
      source: { bus: "scsi", host: 3, target: "0:1:0" },
    },
  };
}

/** What a host reports of the devices in {@link hostDeviceForms} that hang on a PCI function. */
export function carriedAt(address: string) {
  const carriers = [address];
  return [
    {
      bus: "usb",
      port: "1-4.2",
      place: { bus: 1, device: 5 },
      ids,
      label: "USB Receiver",

      carriers,
    },
    { bus: "mdev", uuid, carriers },
    { bus: "scsi", host: 3, carriers },
  ] as const;
}

/** Forms of which it can't be told what they hand over. */
export const unreadableForms: Readonly<Record<string, string>> = {
  "pci without an address": hostdev("pci", "<source/>"),
  "pci at no number": hostdev("pci", "<source><address bus='x'/></source>"),
  "usb at no number": hostdev("usb", "<source><address bus='1' device='-'/></source>"),
  "usb without IDs": hostdev("usb", "<source/>"),
  "usb with odd IDs": hostdev("usb", "<source><vendor id='\uFFFD'/><product id='0x1'/></source>"),
  "mdev without a UUID": hostdev("mdev", "<source/>"),
  "scsi without an adapter": hostdev("scsi", "<source><address bus='0' target='0' unit='0'/></source>"),
  "a type of a later libvirt": hostdev("cxl", "<source/>"),
  "no type": "<hostdev mode='subsystem'/>",
  "a container's": "<hostdev mode='capabilities' type='misc'><source><char>/dev/x</char></source></hostdev>",
  "interface without an address": "<interface type='hostdev'><source/></interface>",
  "nvme without an address": "<disk type='nvme'><source namespace='1'/></disk>",
};
