import type { HostFiles, ReadBatch } from "../../host/host-files";
import { plainText } from "../../host/plain-text";
import type { NetworkPaths } from "./network-paths";
import type { Owners } from "./owners";

const iscsiHosts = "sys/class/iscsi_host";
const iscsiConnections = "sys/class/iscsi_connection";
const nvmeControllers = "sys/class/nvme";
const nvmeSubsystems = "sys/class/nvme-subsystem";
export const cephImages = "sys/bus/rbd/devices";

export const carrierFolders = [
  iscsiHosts,
  iscsiConnections,
  nvmeControllers,
  nvmeSubsystems,
  cephImages,
] as const;

/** Attributes that are read in each of {@link carrierFolders}; a capture keeps these. */
const carrierAttributes: Readonly<Record<(typeof carrierFolders)[number], readonly string[]>> = {
  [iscsiHosts]: ["netdev", "ipaddress"],
  [iscsiConnections]: ["address", "persistent_address"],
  [nvmeControllers]: ["transport", "address"],
  [nvmeSubsystems]: [],
  [cephImages]: ["client_addr"],
};

/** What {@link DiskCarriers} needs read, once the names in {@link carrierFolders} are known. */
export function carrierBatch(first: HostFiles): Required<Pick<ReadBatch, "texts" | "links" | "folders">> {
  const entries = (folder: string) => first.names(folder).map((name) => `${folder}/${name}`);
  return {
    texts: carrierFolders.flatMap((folder) =>
      entries(folder).flatMap((entry) => carrierAttributes[folder].map((name) => `${entry}/${name}`)),
    ),
    links: entries(nvmeControllers),
    folders: entries(nvmeSubsystems),
  };
}

/** What a disk hangs on. */
export interface Carrier {
  /** PCI functions: the disk's controller, or the network card that it comes over. */
  owners: readonly string[];
  /** "iSCSI, through eth0", of a disk that comes over the network; then `owners` is empty where no card was found. */
  through: string | null;
  /** The interfaces that it comes over. */
  interfaces: readonly string[];
}

const nowhere: Carrier = { owners: [], through: null, interfaces: [] };

/**
 * Finds what disks hang on, by their place in sysfs: a controller, or a session with a target over the network (iSCSI,
 * open-iscsi's scsi_transport_iscsi; NVMe over fabrics, drivers/nvme/host/fabrics.c), which has no PCI device in it.
 */
export class DiskCarriers {
  readonly #first: HostFiles;
  readonly #second: HostFiles;
  readonly #owners: Owners;
  readonly #paths: NetworkPaths;

  constructor(files: { first: HostFiles; second: HostFiles }, owners: Owners, paths: NetworkPaths) {
    this.#first = files.first;
    this.#second = files.second;
    this.#owners = owners;
    this.#paths = paths;
  }

  of(link: string | null): Carrier {
    const owners = this.#owners.of(link);
    if (owners.length > 0 || link === null) return { ...nowhere, owners };
    const session = /\/(host\d+)\/session(\d+)\//.exec(link);
    if (session?.[1] !== undefined && session[2] !== undefined) return this.#iscsi(session[1], session[2]);
    const controller = /\/nvme-fabrics\/ctl\/(nvme\d+)\//.exec(link)?.[1];
    return controller === undefined ? this.#otherNetwork(link) : this.#nvme(controller);
  }

  /** What other drivers of disks over the network have in sysfs. */
  #otherNetwork(link: string): Carrier {
    const image = /\/rbd\/(\d+)\/block\//.exec(link)?.[1];
    if (image !== undefined) return this.#ceph(image);
    // Fibre Channel over Ethernet has its controller below the interface.
    const device = /\/net\/([^/]+)\/ctlr_\d+\//.exec(link)?.[1];
    if (device !== undefined) return this.#overNetwork("FCoE", device, null, []);
    const name = link.slice(link.lastIndexOf("/") + 1);
    if (name.startsWith("etherd!")) return this.#aoe(name);
    return /^nbd\d+$/.test(name) ? { ...nowhere, through: "NBD" } : nowhere;
  }

  /** Ceph's images (Documentation/ABI/testing/sysfs-bus-rbd): "10.0.0.7:0/1234567". */
  #ceph(image: string): Carrier {
    const known = this.#first.names(cephImages).includes(image);
    const client = known ? (this.#second.word(`${cephImages}/${image}/client_addr`) ?? "") : "";
    return this.#overNetwork("Ceph RBD", null, client.replace(/:\d+\/\d+$/, "").replace(/[[\]]/g, ""), []);
  }

  /** ATA over Ethernet (drivers/block/aoe/aoeblk.c, `netif`). */
  #aoe(name: string): Carrier {
    const [device = null] = this.#second.word(`sys/class/block/${name}/netif`)?.split(/\s+/) ?? [];
    return this.#overNetwork("ATA over Ethernet", device, null, []);
  }

  /** Of an NVMe disk that stands in a subsystem of several controllers: what these hang on. */
  ofSubsystem(link: string | null): Carrier {
    const subsystem = /\/(nvme-subsys\d+)\//.exec(link ?? "")?.[1];
    if (subsystem === undefined || !this.#first.names(nvmeSubsystems).includes(subsystem)) return nowhere;
    const controllers = this.#second
      .names(`${nvmeSubsystems}/${subsystem}`)
      .filter((name) => this.#first.names(nvmeControllers).includes(name));
    const carriers = controllers.map((name) => this.#nvme(name));
    return {
      owners: [...new Set(carriers.flatMap(({ owners }) => owners))],
      through: carriers.find(({ through }) => through !== null)?.through ?? null,
      interfaces: carriers.flatMap(({ interfaces }) => interfaces),
    };
  }

  /** Of a session with an iSCSI target, by the SCSI host that it has here. */
  #iscsi(host: string, session: string): Carrier {
    const known = this.#first.names(iscsiHosts).includes(host);
    const read = (name: string) => (known ? this.#second.word(`${iscsiHosts}/${host}/${name}`) : null);
    const connections = this.#first
      .names(iscsiConnections)
      .filter((name) => name.startsWith(`connection${session}:`))
      .map((name) => `${iscsiConnections}/${name}`);
    const targets = connections.map(
      (path) => this.#second.word(`${path}/address`) ?? this.#second.word(`${path}/persistent_address`),
    );
    return this.#overNetwork("iSCSI", read("netdev"), read("ipaddress"), targets);
  }

  #nvme(controller: string): Carrier {
    if (!this.#first.names(nvmeControllers).includes(controller))
      return { ...nowhere, through: "NVMe over fabrics" };
    const path = `${nvmeControllers}/${controller}`;
    const owners = this.#owners.of(this.#second.link(path));
    if (owners.length > 0) return { ...nowhere, owners };
    const transport = this.#second.word(`${path}/transport`) ?? "fabrics";
    if (transport === "loop") return nowhere;
    const options = new Map(
      (this.#second.word(`${path}/address`) ?? "").split(",").map((option): [string, string] => {
        const [name = "", value = ""] = option.split("=", 2);
        return [name, value];
      }),
    );
    const local = options.get("src_addr") ?? options.get("host_traddr") ?? null;
    const device = options.get("host_iface") ?? null;
    return this.#overNetwork(`NVMe over ${plainText(transport)}`, device, local, [
      options.get("traddr") ?? null,
    ]);
  }

  #overNetwork(
    what: string,
    device: string | null,
    local: string | null,
    targets: readonly (string | null)[],
  ): Carrier {
    const { owners, interfaces } = this.#paths.of({ device, local, targets });
    const through = interfaces.length === 0 ? what : `${what}, through ${interfaces.join(" and ")}`;
    return { owners, through, interfaces };
  }
}
