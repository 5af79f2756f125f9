import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import { usbDevicesFolder } from "../../host/usb-devices";
import { type Owners, type UseOf, usesOf } from "./owners";

/** Class of human interface devices, and the protocols of those that firmware can use (USB HID 1.11, 4). */
export const humanInterface = "03";
const wordsByProtocol: Readonly<Record<string, string>> = { "01": "keyboard", "02": "mouse" };

/** What {@link inputUses} needs read, once the names in {@link usbDevicesFolder} are known. */
export function usbBatch(names: readonly string[]): Required<Pick<ReadBatch, "texts" | "links">> {
  const interfaces = names.filter(isInterface);
  return {
    links: interfaces.map((name) => `${usbDevicesFolder}/${name}`),
    texts: [
      ...interfaces.flatMap((name) => [classFile(name), protocolFile(name)]),
      ...[...new Set(interfaces.map(deviceOf))].map(productFile),
    ],
  };
}

/** Keyboards, mice and the like at USB controllers. */
export function inputUses(names: readonly string[], files: HostFiles, owners: Owners): UseOf[] {
  const inputs = names.filter((name) => isInterface(name) && files.word(classFile(name)) === humanInterface);
  return [...new Set(inputs.map(deviceOf))].flatMap((device) => {
    const interfaces = inputs.filter((name) => deviceOf(name) === device);
    const words = interfaces.map((name) => wordsByProtocol[files.word(protocolFile(name)) ?? ""]);
    const known = [...new Set(words.filter((word) => word !== undefined))];
    const what = known.length > 0 ? known.join(" and ") : "input device";
    const product = plainText(files.text(productFile(device)) ?? "");
    const detail = `${what}${product === "" ? "" : ` “${product}”`} on USB port ${device}`;
    return usesOf(owners.of(files.link(`${usbDevicesFolder}/${interfaces[0]}`)), "input", detail);
  });
}

/** "1-3.2:1.0" is the first interface of the device at "1-3.2". */
export function isInterface(name: string): boolean {
  return /^\d+-[\d.]+:\d+\.\d+$/.test(name);
}

export function deviceOf(interfaceName: string): string {
  return interfaceName.slice(0, interfaceName.indexOf(":"));
}

export function classFile(name: string): string {
  return `${usbDevicesFolder}/${name}/bInterfaceClass`;
}

function protocolFile(name: string): string {
  return `${usbDevicesFolder}/${name}/bInterfaceProtocol`;
}

export function productFile(device: string): string {
  return `${usbDevicesFolder}/${device}/product`;
}
