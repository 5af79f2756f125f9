import { usbIdsText } from "../units/usb-id.schema";
import type { HostTree } from "./host-tree";
import { plainText } from "./plain-text";

/** A USB device of the host that a VM may be given. */
export interface HostUsbDevice {
  bus: number;
  /** Its number on the bus, which is another one each time it is plugged in. */
  device: number;
  /** Four hexadecimal digits. */
  vendorId: string;
  productId: string;
  /** What the device calls itself, else its numbers. */
  label: string;
}

const folder = "sys/bus/usb/devices";
const names = ["busnum", "devnum", "idVendor", "idProduct", "manufacturer", "product", "bDeviceClass"];
const hubClass = "09";

/** What is plugged in, without hubs (Documentation/ABI/testing/sysfs-bus-usb). */
export async function readUsbDevices(tree: HostTree): Promise<HostUsbDevice[]> {
  // "1-1.2" is a device; "1-1.2:1.0" one of its interfaces.
  const devices = (await tree.list(folder)).filter((name) => !name.includes(":"));
  const files = await tree.readMany({
    texts: devices.flatMap((device) => names.map((name) => `${folder}/${device}/${name}`)),
    skipForbidden: true,
  });
  return devices.flatMap((device) => {
    const word = (name: string) => files.word(`${folder}/${device}/${name}`);
    const [vendorId, productId] = [word("idVendor"), word("idProduct")];
    if (vendorId === null || productId === null || word("bDeviceClass") === hubClass) return [];
    const label = plainText(
      [word("manufacturer"), word("product")].filter((part) => part !== null).join(" "),
    );
    return [
      {
        bus: Number(word("busnum") ?? 0),
        device: Number(word("devnum") ?? 0),
        vendorId,
        productId,
        label: label || usbIdsText({ vendorId, productId }),
      },
    ];
  });
}
