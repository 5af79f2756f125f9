import { type DeviceKind, deviceKind } from "@/server/pci/device-kind.schema";
import type { PciDevice } from "@/server/pci/schema";

/** Words at the end of a company's name that tell nothing. */
const legalForm =
  /[,\s]+(corporation|corp\.?|inc\.?|incorporated|co\.?|company|ltd\.?|limited|llc|gmbh|ag|s\.a\.|electronics|technology|technologies|international|computer|semiconductors?)\.?$/i;

/**
 * A vendor's name as people say it: "NVIDIA", "Samsung", "AMD/ATI". The database gives the registered name, and a
 * shorter one in brackets where there is one.
 */
export function shortVendor(vendor: string): string {
  const bracketed = /\[([^\]]+)\]$/.exec(vendor)?.[1];
  if (bracketed !== undefined) return bracketed;
  let name = vendor;
  while (legalForm.test(name)) name = name.replace(legalForm, "");
  return name;
}

/**
 * A graphics card's name as it is sold, and its chip: "GM204 [GeForce GTX 970]" is a GeForce GTX 970 with a GM204.
 * Without brackets the whole is the name. "Foo [Bar / Baz]" names several cards that share the number.
 */
export function gpuName(product: string): { name: string; chip: string | null } {
  const match = /^(.+?)\s*\[([^[\]]+)\]$/.exec(product);
  if (match?.[1] === undefined || match[2] === undefined) return { name: product, chip: null };
  return { name: match[2], chip: match[1] };
}

/** One line that names a device among others: its vendor and product. */
export function deviceTitle(device: PciDevice): string {
  return `${shortVendor(device.vendor)} ${device.product}`;
}

const functionWords: Readonly<Record<DeviceKind, string>> = {
  gpu: "Display",
  network: "Network",
  storage: "Storage",
  usb: "USB",
  audio: "Audio",
  bridge: "Bridge",
  other: "Other",
};

/** What a function of a card is for, in a word, by its class code. */
export function functionWord(classCode: string): string {
  // "Serial bus controller, other": NVIDIA's USB type-C controller has it.
  return classCode.startsWith("0c80") ? "USB-C" : functionWords[deviceKind(classCode)];
}
