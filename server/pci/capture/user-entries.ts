import type { HostFiles } from "../../host/host-files";
import { linkedPath, type TreeEntry } from "../../host/tree-entries";
import { usbDevicesFolder } from "../../host/usb-devices";
import { minorOf, nvidiaFile, nvidiaFolder } from "../use/device-nodes";
import {
  consoleFolder,
  consolesOf,
  drmFolder,
  frameBufferList,
  frameBuffersOf,
  graphicsFolder,
  isConnector,
} from "../use/display-uses";
import { migFolders } from "../use/mig-instances";
import { classFile, deviceOf, humanInterface, isInterface, productFile } from "../use/usb-input";
import { classEntries, fileEntry, folderEntry, linkEntry } from "./entries";

/** Graphics cards' sockets and whether a screen is plugged in, frame buffers, and the text console. */
export function displayEntries(first: HostFiles, second: HostFiles): TreeEntry[] {
  const asIs = (text: string) => text;
  return [
    ...first
      .names(drmFolder)
      .flatMap((name) =>
        classEntries(`${drmFolder}/${name}`, isConnector(name) ? ["status"] : [], second, asIs),
      ),
    ...frameBuffersOf(first).flatMap((name) => classEntries(`${graphicsFolder}/${name}`, [], second, asIs)),
    ...consolesOf(first).flatMap((name) =>
      ["name", "bind"].flatMap((attribute) => {
        const path = `${consoleFolder}/${name}/${attribute}`;
        return fileEntry(path, second.text(path));
      }),
    ),
    ...fileEntry(frameBufferList, first.text(frameBufferList)),
    ...first.names(nvidiaFolder).flatMap((address) => {
      const minor = minorOf(second.text(nvidiaFile(address)));
      return fileEntry(nvidiaFile(address), minor === null ? null : `Device Minor: \t ${minor}\n`);
    }),
    ...migFolders(first).flatMap((folder) =>
      second.names(folder).flatMap((name) => folderEntry(`${folder}/${name}`, /^gi\d+$/.test(name))),
    ),
  ];
}

/** Keyboards and mice by the names of their products. Of other USB devices nothing is kept: phones have people's names. */
export function inputEntries(first: HostFiles, second: HostFiles): TreeEntry[] {
  const inputs = first
    .names(usbDevicesFolder)
    .filter((name) => isInterface(name) && second.word(classFile(name)) === humanInterface);
  return inputs.flatMap((name) => {
    const path = `${usbDevicesFolder}/${name}`;
    const target = second.link(path);
    const device = deviceOf(name);
    return [
      ...classEntries(path, ["bInterfaceClass", "bInterfaceProtocol"], second, (text) => text),
      ...linkEntry(`${usbDevicesFolder}/${device}`, target?.slice(0, target.lastIndexOf("/")) ?? null),
      ...productEntry(target, second.text(productFile(device))),
    ];
  });
}

/** The product's name, in the folder above the interface's. */
function productEntry(target: string | null, product: string | null): TreeEntry[] {
  if (target === null) return [];
  const place = linkedPath(`${usbDevicesFolder}/x`, target.slice(0, target.lastIndexOf("/")));
  return fileEntry(`${place}/product`, product);
}
