import { plainAddress } from "../../host/network/ip-addresses";
import { plainText } from "../../host/plain-text";
import type { NotLookedAt } from "../facts.schema";
import type { ConfiguredMount } from "./configured-shares";
import type { Mount } from "./mounts";
import type { NetworkPaths } from "./network-paths";
import { type UseOf, usesOf } from "./owners";
import type { GapOf } from "./storage-gaps";

/** What file systems of other hosts are called in the mount table, and what people call them. */
const protocols: Readonly<Record<string, string>> = {
  nfs: "NFS",
  nfs4: "NFS",
  cifs: "SMB",
  smb3: "SMB",
  ceph: "CephFS",
  "fuse.ceph-fuse": "CephFS",
  "fuse.glusterfs": "GlusterFS",
  "fuse.sshfs": "sshfs",
  "fuse.davfs": "WebDAV",
  davfs: "WebDAV",
  "fuse.rclone": "rclone",
  "fuse.s3fs": "S3",
  "fuse.moosefs": "MooseFS",
  "fuse.mfs": "MooseFS",
  "fuse.juicefs": "JuiceFS",
  "fuse.seaweedfs": "SeaweedFS",
  lustre: "Lustre",
  beegfs: "BeeGFS",
  afs: "AFS",
  pvfs2: "OrangeFS",
  wekafs: "WekaFS",
  gpfs: "Spectrum Scale",
};

/** Options by which a file system names the other host (nfs(5), mount.cifs(8), mount.ceph(8)) and the host's own address. */
const remoteOption = /(?:^|,)(?:addr|ip|mon_addr|mountaddr)=([^,]+)/g;
const localOption = /(?:^|,)(?:clientaddr|srcaddr)=([^,]+)/;

/** A file system of another host, mounted here. */
export interface NetworkMount {
  place: string;
  protocol: string;
  /** The other host's addresses; none where it is only named. */
  servers: readonly string[];
  /** The host's own address; null where the kernel does not tell it. */
  local: string | null;
}

/** Null of what needs no other host. Plan 9's is most often one of virtio, without a network. */
export function networkMountOf({ fileSystem, place, source, options }: Mount): NetworkMount | null {
  const isPlan9 = fileSystem === "9p" && /(?:^|,)trans=(tcp|rdma)\b/.test(options);
  const protocol = isPlan9 ? "9P" : Object.hasOwn(protocols, fileSystem) ? protocols[fileSystem] : undefined;
  if (protocol === undefined) return null;
  const told = [...options.matchAll(remoteOption)].flatMap(([, value = ""]) => addressesIn(value));
  return {
    place,
    protocol,
    servers: told.length > 0 ? told : addressesIn(source),
    local: plainAddress(localOption.exec(options)?.[1] ?? ""),
  };
}

/** "10.0.0.1:6789,[2001:db8::1]:6789:/", "10.0.0.1@tcp:/scratch", "user@10.0.0.1:/x", "//10.0.0.1/share". */
function addressesIn(text: string): string[] {
  const found =
    text.match(/\[[0-9a-f:.%]+\]|\d{1,3}(\.\d{1,3}){3}|(?<![\w:])[0-9a-f]*:[0-9a-f:]+(?=$|\/)/gi) ?? [];
  return found.flatMap((part) => plainAddress(part.replace(/[[\]]/g, "")) ?? []);
}

/**
 * File systems of other hosts as uses of the cards that carry them: the host waits for them for ever once their card is
 * gone. Where nothing tells the card, each may be it.
 * @param configured What the host's lists name besides, which may be mounted any moment.
 */
export function networkFileSystems(
  mounts: readonly Mount[],
  configured: readonly ConfiguredMount[],
  paths: NetworkPaths,
  cards: readonly string[],
): { uses: UseOf[]; gaps: GapOf[] } {
  const mounted = mounts.flatMap((one) => networkMountOf(one) ?? []);
  const places = new Set(mounted.map(({ place }) => place));
  const idle = configured.flatMap(({ mount, list }) => {
    const one = places.has(mount.place) ? null : networkMountOf(mount);
    return one === null ? [] : [{ one, list }];
  });
  const found = [
    ...mounted.map((mount) => usageMount(mount, paths, null)),
    ...idle.map(({ one, list }) => usageMount(one, paths, list)),
  ];
  return {
    uses: found.flatMap(({ uses }) => uses),
    gaps: found.flatMap(({ gap }) =>
      gap === null ? [] : [...new Set(cards)].map((address): GapOf => ({ address, gap })),
    ),
  };
}

/** @param list Of what is not mounted now: the list that names it. */
function usageMount(
  { place, protocol, servers, local }: NetworkMount,
  paths: NetworkPaths,
  list: string | null,
): { uses: UseOf[]; gap: NotLookedAt | null } {
  const path = paths.of({ device: null, local, targets: servers });
  if (path.staysInside) return { uses: [], gap: null };
  const through = `${protocol}, through ${path.interfaces.join(" and ")}`;
  if (list !== null) {
    const question = `which card ${plainText(place)} would come through (${protocol}, ${plainText(list)})`;
    return {
      uses: usesOf(
        path.owners,
        "configured",
        `to be mounted at ${plainText(place)} (${through}; ${plainText(list)})`,
      ),
      gap: path.owners.length > 0 ? null : { source: "/proc/net/route", question, weight: "note" },
    };
  }
  const question = `which card ${plainText(place)} comes through (${protocol})`;
  return {
    uses: usesOf(
      path.owners,
      place === "/" ? "root-file-system" : "file-system",
      `${plainText(place)} (${through})`,
    ),
    gap: path.owners.length > 0 ? null : { source: "/proc/net/route", question, weight: "risk" },
  };
}
