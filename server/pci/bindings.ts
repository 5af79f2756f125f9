import type { HostFiles } from "../host/host-files";
import type { HostTree } from "../host/host-tree";
import { routesOf } from "../host/network/routes";
import { usbDevicesFolder } from "../host/usb-devices";
import { isPciAddress } from "../units/pci-address.schema";
import { devicesFolder } from "./raw-device";
import { blockFolder } from "./use/block-devices";
import { mdevFolder } from "./use/carried-devices";
import { netFolder } from "./use/interface-stack";
import { networkTexts } from "./use/read-network";
import { storageTexts } from "./use/read-storage-uses";

/** What changes on a running host, as texts to compare with earlier ones. */
export interface Signature {
  /** Which start of the host it is, which devices there are, which driver holds each, and the group that each is in. */
  bindings: string;
  /** What is mounted, which addresses and routes there are, which disks, interfaces, USB and mediated devices. */
  uses: string;
}

const texts = [
  ...Object.values(storageTexts),
  networkTexts.ipv4Routes,
  networkTexts.ipv4Trie,
  networkTexts.ipv6Addresses,
] as const;
/** Names a start of the host: all may be another way after the next one. */
const bootId = "proc/sys/kernel/random/boot_id";
const folders = [blockFolder, netFolder, usbDevicesFolder, mdevFolder] as const;

/** Tells whether a whole report is worth its cost, at a fraction of it: two batches, two links a device. */
export async function readSignature(tree: HostTree): Promise<Signature> {
  const first = await tree.readMany({
    texts: [...texts, networkTexts.ipv6Routes, bootId],
    folders: [devicesFolder, ...folders],
  });
  const addresses = first.names(devicesFolder).filter(isPciAddress);
  const links = addresses.flatMap((address) => [
    `${devicesFolder}/${address}/driver`,
    `${devicesFolder}/${address}/iommu_group`,
  ]);
  const second = await tree.readMany({ links });
  return {
    bindings: JSON.stringify([first.text(bootId), addresses, links.map((link) => second.link(link))]),
    uses: usesOf(first),
  };
}

/** The kernel counts in its table of IPv6 routes how often each was used, so that one is read and told anew. */
function usesOf(files: HostFiles): string {
  return JSON.stringify([
    texts.map((path) => files.text(path)),
    folders.map((folder) => files.names(folder)),
    routesOf("", files.text(networkTexts.ipv6Routes) ?? ""),
  ]);
}
