import { readFile } from "node:fs/promises";
import { promisify } from "node:util";
import { gunzip } from "node:zlib";
import type { HostTree } from "../host/host-tree";
import { productFile } from "../host/product-file";
import { mergedIds, type PciIdLookup, PciIds } from "./pci-ids";

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

/** The names of a host's devices. */
export interface PciNames {
  ids: PciIdLookup;
  /** The version of the newest file among those asked. */
  version: string;
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

async function loadNames(tree: HostTree): Promise<PciNames> {
  shippedSources ??= loadShipped();
  const { full, newer } = await shippedSources;
  const sources = [...(await idsOfHost(tree)), full];
  sources.sort((left, right) => right.version.localeCompare(left.version));
  return { ids: mergedIds([...sources, newer]), version: sources[0]?.version ?? full.version };
}

async function idsOfHost(tree: HostTree): Promise<PciIds[]> {
  const found: PciIds[] = [];
  const files = await tree.readMany({ bytes: placesOnHost });
  for (const path of placesOnHost) {
    const bytes = files.bytes(path);
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
