import { usbIdsText } from "../../units/usb-ids-text.schema";

/** What of the host a VM's definition hands to the guest. */
export type HostDeviceSource =
  /** A PCI function: "0000:01:00.0". */
  | { bus: "pci"; address: string }
  /** By what it is, by where it is, or by both; or by the port that it is in, "1-4.2", whatever that is. */
  | { bus: "usb"; ids: UsbIds | null; place: UsbPlace | null; port?: string }
  /** A mediated device, which a driver of the host carves out of a PCI function. */
  | { bus: "mdev"; uuid: string }
  /** A device of one of the host's SCSI hosts (adapters). `target`: bus, target and unit, "0:0:1". */
  | { bus: "scsi"; host: number; target: string }
  /** A SCSI target that is known by its name: a vhost WWPN, an iSCSI name. */
  | { bus: "scsi-target"; name: string }
  /** It hands over something, and what can't be told. */
  | { bus: "unknown"; problem: string };

export interface UsbIds {
  /** "046d" */
  vendorId: string;
  productId: string;
}

export interface UsbPlace {
  bus: number;
  /** Another one each time that it is plugged in. */
  device: number;
}

/** A device of the host that a definition hands over. */
export interface HandedDevice {
  source: HostDeviceSource;
  /** libvirt takes it from its driver at the start, and gives it back after the stop. */
  managed: boolean;
  /** The VM starts without it where it is not there. */
  optional: boolean;
  /** Several VMs may have it at once. */
  shareable: boolean;
}

/** A device of the host in words, within a sentence. */
export function hostDeviceWords(source: HostDeviceSource): string {
  switch (source.bus) {
    case "pci":
      return source.address;
    case "usb":
      if (source.port !== undefined) return `the USB device in port ${source.port}`;
      return `the USB device ${source.ids === null ? usbPlaceWords(source.place) : usbIdsText(source.ids)}`;
    case "mdev":
      return `the mediated device ${source.uuid}`;
    case "scsi":
      return `the SCSI device ${source.host}:${source.target}`;
    case "scsi-target":
      return `the SCSI target ${source.name}`;
    case "unknown":
      return "a device that can't be read";
  }
}

function usbPlaceWords(place: UsbPlace | null): string {
  return place === null ? "" : `at bus ${place.bus}, device ${place.device}`;
}
