import type { TreeEntry } from "../../host/tree-entries";
import { blockFolder } from "../use/block-devices";
import { carrierFolders } from "../use/disk-carriers";
import type { UseFacts, UseFiles } from "../use/read-uses";
import { fileEntry } from "./entries";
import type { Pseudonyms } from "./pseudonyms";

/** The interfaces that disks come over, in place of the addresses of their targets. */
export function carrierEntries(
  { first, second }: UseFiles,
  { carriers }: UseFacts,
  names: Pseudonyms,
): TreeEntry[] {
  const [hosts, , controllers] = carrierFolders;
  return first.names(blockFolder).flatMap((name): TreeEntry[] => {
    const link = second.link(`${blockFolder}/${name}`);
    const [device] = carriers.of(link).interfaces;
    if (device === undefined) return [];
    const host = /\/(host\d+)\/session\d+\//.exec(link ?? "")?.[1];
    const controller = /\/nvme-fabrics\/ctl\/(nvme\d+)\//.exec(link ?? "")?.[1];
    const transport = `${controllers}/${controller}/transport`;
    return [
      ...(host === undefined ? [] : fileEntry(`${hosts}/${host}/netdev`, names.text(device))),
      ...(controller === undefined
        ? []
        : [
            ...fileEntry(transport, second.text(transport)),
            ...fileEntry(`${controllers}/${controller}/address`, `host_iface=${names.text(device)}`),
          ]),
    ];
  });
}
