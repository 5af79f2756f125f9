import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { HostTree } from "../host/host-tree";
import { plainText } from "../host/plain-text";
import { productFile } from "../host/product-file";
import { PciIds } from "./pci-ids";
import type { RawDevice } from "./raw-device";

/** Where distributions and pciutils' update-pciids keep the file. */
const placesOnHost = [
  "var/lib/pciutils/pci.ids.gz",
  "usr/share/misc/pci.ids",
  "usr/share/misc/pci.ids.gz",
  "usr/share/hwdata/pci.ids",
  "usr/share/hwdata/pci.ids.gz",
  "usr/share/pci.ids",
  "usr/share/pci.ids.gz",
] as const;

const unzip = promisify(gunzip);

/** Names for a device's numbers. What no file names is called by its number, as lspci does. */
export interface PciNames {
  /** The files' contents, the first to know a name wins. */
  readonly sources: readonly PciIds[];
  classLabel(classCode: string): string;
  vendor(vendorId: string): string;
  product(vendorId: string, deviceId: string): string;
  /** The maker and name of the card as sold; null where the device has no subsystem. */
  subsystem(device: RawDevice): string | null;
}

const namesOfTree = new WeakMap<HostTree, Promise<PciNames>>();
let shippedSources: Promise<{ full: PciIds; newer: PciIds }> | undefined;

/**
 * Names from the newest pci.ids among the host's own and the one that Passdeck ships, then from the others.
 * Read once for each tree.
 */
export function pciNamesOf(tree: HostTree): Promise<PciNames> {
  const known = namesOfTree.get(tree);
  if (known !== undefined) return known;
  const loading = loadNames(tree);
  namesOfTree.set(tree, loading);
  loading.catch(() => namesOfTree.delete(tree));
  return loading;
}

/** Names from these files, which are asked in this order. */
export function pciNamesFrom(sources: readonly PciIds[]): PciNames {
  const first = (ask: (ids: PciIds) => string | null): string | null => {
    for (const ids of sources) {
      const name = ask(ids);
      if (name !== null) return plainText(name);
    }
    return null;
  };
  return {
    sources,
    classLabel: (code) => first((ids) => ids.deviceClass(code)) ?? `Class ${code.slice(0, 4)}`,
    vendor: (id) => first((ids) => ids.vendor(id)) ?? `Vendor ${id}`,
    product: (vendor, id) => first((ids) => ids.device(vendor, id)) ?? `Device ${id}`,
    subsystem(device) {
      const maker = device.subsystemVendorId;
      if (maker === "0000") return null;
      const subsystem = { vendorId: maker, deviceId: device.subsystemDeviceId };
      const name = first((ids) => ids.subsystem(device.vendorId, device.deviceId, subsystem));
      return [first((ids) => ids.vendor(maker)), name].filter(Boolean).join(" ") || null;
    },
  };
}

async function loadNames(tree: HostTree): Promise<PciNames> {
  shippedSources ??= loadShipped();
  const { full, newer } = await shippedSources;
  const sources = [...(await idsOfHost(tree)), full];
  sources.sort((left, right) => (right.version ?? "").localeCompare(left.version ?? ""));
  return pciNamesFrom([...sources, newer]);
}

async function idsOfHost(tree: HostTree): Promise<PciIds[]> {
  const found: PciIds[] = [];
  for (const path of placesOnHost) {
    const bytes = await tree.readBytes(path);
    if (bytes !== null) found.push(new PciIds(await textOf(path, bytes)));
  }
  return found;
}

/** A damaged archive is no reason to show no devices: its names are then missing. */
async function textOf(path: string, bytes: Uint8Array): Promise<string> {
  const plain = path.endsWith(".gz")
    ? await unzip(bytes, { maxOutputLength: 32 * 1024 * 1024 }).catch(() => Buffer.alloc(0))
    : Buffer.from(bytes);
  return plain.toString("utf8");
}

async function loadShipped() {
  const full = await unzip(await readFile(productFile("server/pci/data/pci.ids.gz")));
  const newer = await readFile(productFile("server/pci/data/newer-names.ids"), "utf8");
  return { full: new PciIds(full.toString("utf8")), newer: new PciIds(newer) };
}
