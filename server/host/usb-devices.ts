import { usbIdsText } from "../units/usb-ids-text.schema";
import type { HostFiles, ReadBatch } from "./host-files";
import type { HostTree } from "./host-tree";
import { plainText } from "./plain-text";

/** A USB device of the host that a VM may be given. */
export interface HostUsbDevice {
  /** Bus and port, "1-4.2": another device in it has the same. */
  port: string;
  bus: number;
  /** Its number on the bus, which is another one each time it is plugged in. */
  device: number;
  /** Four hexadecimal digits. */
  vendorId: string;
  productId: string;
  /** What the device calls itself, else its numbers. */
  label: string;
}

export const usbDevicesFolder = "sys/bus/usb/devices";
const attributes = ["busnum", "devnum", "idVendor", "idProduct", "manufacturer", "product", "bDeviceClass"];
const hubClass = "09";

/** What is plugged in, without hubs (Documentation/ABI/testing/sysfs-bus-usb). */
export async function readUsbDevices(tree: HostTree): Promise<HostUsbDevice[]> {
  const names = await tree.list(usbDevicesFolder);
  const files = await tree.readMany({ ...usbDeviceBatch(names), skipForbidden: true });
  return usbDevicesIn(names, files).map(({ path: _path, ...device }) => device);
}

/** What {@link usbDevicesIn} needs read, once the names in {@link usbDevicesFolder} are known. */
export function usbDeviceBatch(names: readonly string[]): Required<Pick<ReadBatch, "texts" | "links">> {
  const devices = names.filter(isDevice);
  return {
    texts: devices.flatMap((name) =>
      attributes.map((attribute) => `${usbDevicesFolder}/${name}/${attribute}`),
    ),
    links: devices.map((name) => `${usbDevicesFolder}/${name}`),
  };
}

/** The devices, without hubs; `path` is where each stands in the tree of all devices, null where that is not told. */
export function usbDevicesIn(
  names: readonly string[],
  files: HostFiles,
): (HostUsbDevice & { path: string | null })[] {
  return names.filter(isDevice).flatMap((name) => {
    const word = (attribute: string) => files.word(`${usbDevicesFolder}/${name}/${attribute}`);
    const [vendorId, productId] = [word("idVendor"), word("idProduct")];
    if (vendorId === null || productId === null || word("bDeviceClass") === hubClass) return [];
    const label = plainText(
      [word("manufacturer"), word("product")].filter((part) => part !== null).join(" "),
    );
    return [
      {
        port: name,
        bus: Number(word("busnum") ?? 0),
        device: Number(word("devnum") ?? 0),
        vendorId,
        productId,
        label: label || usbIdsText({ vendorId, productId }),
        path: files.link(`${usbDevicesFolder}/${name}`),
      },
    ];
  });
}

/** "1-1.2" is a device; "1-1.2:1.0" one of its interfaces. */
function isDevice(name: string): boolean {
  return !name.includes(":");
}
