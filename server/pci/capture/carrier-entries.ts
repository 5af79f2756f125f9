import type { TreeEntry } from "../../host/tree-entries";
import { blockFolder } from "../use/block-devices";
import { carrierFolders, cephImages } from "../use/disk-carriers";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { documentedAddress } from "./documented-network";
import { fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** The interfaces that disks come over, in place of the addresses of their targets. */
export function carrierEntries(
  { first, second }: UseFiles,
  { carriers, network: { network } }: UseFacts,
  names: Pseudonyms,
): TreeEntry[] {
  const [hosts, , controllers] = carrierFolders;
  return first.names(blockFolder).flatMap((name): TreeEntry[] => {
    const link = second.link(`${blockFolder}/${name}`);
    const [device] = carriers.of(link).interfaces;
    if (device === undefined) return [];
    const host = /\/(host\d+)\/session\d+\//.exec(link ?? "")?.[1];
    const controller = /\/nvme-fabrics\/ctl\/(nvme\d+)\//.exec(link ?? "")?.[1];
    const image = /\/rbd\/(\d+)\/block\//.exec(link ?? "")?.[1];
    const address = documentedAddress(network.interfaces, device);
    const transport = `${controllers}/${controller}/transport`;
    return [
      ...(host === undefined ? [] : fileEntry(`${hosts}/${host}/netdev`, names.text(device))),
      ...(image === undefined || address === null
        ? []
        : fileEntry(`${cephImages}/${image}/client_addr`, `${address}:0/1\n`)),
      ...(controller === undefined
        ? []
        : [
            ...fileEntry(transport, second.text(transport)),
            ...fileEntry(`${controllers}/${controller}/address`, `host_iface=${names.text(device)}`),
          ]),
    ];
  });
}
