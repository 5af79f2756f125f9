import type { ImportDraft } from "./draft";
import type { ReadOption } from "./machine";
import type { QemuOption } from "./option";

export const usbOptions: Readonly<Record<string, ReadOption>> = { usbdevice: readUsbDevice };

/** A USB device of the host, by its IDs or by its bus and number. */
export function readUsbHost(draft: ImportDraft, option: QemuOption) {
  const [vendorId, productId] = [hexadecimal(option.look("vendorid")), hexadecimal(option.look("productid"))];
  const [bus, device] = [Number(option.look("hostbus")), Number(option.look("hostaddr"))];
  if (vendorId !== undefined && productId !== undefined) {
    for (const name of ["vendorid", "productid"]) option.take(name);
    draft.usbDevices.push({ kind: "product", vendorId, productId });
  } else if (bus > 0 && device > 0) {
    for (const name of ["hostbus", "hostaddr"]) option.take(name);
    draft.usbDevices.push({ kind: "place", bus, device });
  } else draft.note(option, "The USB device is given neither by IDs nor by bus and address. Choose it.");
}

function hexadecimal(text = ""): string | undefined {
  return /^(?:0x)?([0-9a-f]{1,4})$/i.exec(text)?.[1]?.toLowerCase().padStart(4, "0");
}

/** The old way: "tablet", "host:046d:c52b", "host:1.3". */
function readUsbDevice(draft: ImportDraft, option: QemuOption) {
  const what = option.takeAll();
  const [, vendor, product] = /^host:([0-9a-f]{1,4}):([0-9a-f]{1,4})$/i.exec(what) ?? [];
  const [, bus, device] = /^host:(\d+)\.(\d+)$/.exec(what) ?? [];
  const [vendorId, productId] = [hexadecimal(vendor), hexadecimal(product)];
  if (what === "tablet") draft.vm.tablet = true;
  else if (what === "mouse" || what === "keyboard")
    draft.addDevice(option, "input", { type: what, bus: "usb" });
  else if (vendorId !== undefined && productId !== undefined) {
    draft.usbDevices.push({ kind: "product", vendorId, productId });
  } else if (bus !== undefined)
    draft.usbDevices.push({ kind: "place", bus: Number(bus), device: Number(device) });
  else draft.note(option, `Passdeck can't import the USB device ${what}.`);
}
