import type { HostFiles, ReadBatch } from "../../host/host-files";
import { linkedPath } from "../../host/tree-entries";
import type { CarriedDevice } from "../carried.schema";
import type { RawDevice } from "../raw-device";
import { drmFolder, frameBuffersOf, graphicsFolder } from "./display-uses";
import type { Owners } from "./owners";
import { vfioBatch, vfioNodes } from "./vfio-nodes";

export const nvidiaFolder = "proc/driver/nvidia/gpus";
export const characterFolder = "sys/dev/char";

/** What {@link DeviceNodes} needs read, once the names in {@link nvidiaFolder} are known. */
export function nodeBatch(first: HostFiles): Required<Pick<ReadBatch, "texts">> {
  return { texts: first.names(nvidiaFolder).map(nvidiaFile) };
}

/** What {@link DeviceNodes} needs read of the nodes that processes have open. Without any, nothing is read. */
export function openNodeBatch(
  nodes: ReadonlySet<string>,
  first: HostFiles,
  devices: readonly RawDevice[],
): Required<Pick<ReadBatch, "links" | "folders">> {
  const vfio = vfioBatch(nodes, first, devices);
  return {
    folders: [...(nodes.size === 0 ? [] : [characterFolder]), ...vfio.folders],
    // A node may be a link to another: /dev/disk/by-id/…, /dev/serial/by-id/….
    links: [...nodes, ...vfio.links],
  };
}

/** What {@link DeviceNodes} needs read last: where the character devices stand in sysfs. */
export function characterBatch(
  nodes: ReadonlySet<string>,
  open: HostFiles,
): Required<Pick<ReadBatch, "links">> {
  const numbers = nodes.size === 0 ? [] : open.names(characterFolder);
  return { links: numbers.map((entry) => `${characterFolder}/${entry}`) };
}

export interface NodeFiles {
  first: HostFiles;
  second: HostFiles;
  /** By {@link openNodeBatch}. */
  open: HostFiles;
  /** By {@link characterBatch}. */
  characters: HostFiles;
}

/** What else tells of nodes. */
export interface NodeSources {
  devices: readonly RawDevice[];
  owners: Owners;
  carried: readonly CarriedDevice[];
  /** Nodes of block devices with the PCI functions below them. */
  disks: readonly (readonly [node: string, addresses: readonly string[]])[];
}

/** Tells which PCI functions a device node is of, whatever kind of device it is. */
export class DeviceNodes {
  readonly #known: ReadonlyMap<string, readonly string[]>;
  /** Character devices by the kernel's names of them. */
  readonly #byName: ReadonlyMap<string, readonly string[]>;
  readonly #asked: ReadonlySet<string>;
  readonly #open: HostFiles;
  readonly #devices: readonly RawDevice[];

  /** @param asked The nodes that were read of. */
  constructor(asked: ReadonlySet<string>, files: NodeFiles, sources: NodeSources) {
    const { devices, owners } = sources;
    this.#asked = asked;
    this.#open = files.open;
    this.#devices = devices;
    this.#known = new Map([
      ...sources.disks,
      ...ofNvidia(files, owners),
      ...ofDisplays(files, owners),
      ...ofUsb(sources.carried),
      ...vfioNodes(asked, files, devices, owners),
    ]);
    this.#byName = characterDevices(asked, files, owners);
  }

  /** The PCI functions; none of what the kernel has without one; null where it can't be told. */
  of(node: string): readonly string[] | null {
    const target = this.#targetOf(node);
    return this.#known.get(target) ?? this.#ofDriver(target) ?? this.#named(target);
  }

  #targetOf(node: string): string {
    const link = this.#asked.has(node) ? this.#open.link(node) : null;
    return link === null ? node : linkedPath(node, link);
  }

  /** Nodes that a driver makes by itself: where it does not tell which is whose, any of its devices may be it. */
  #ofDriver(node: string): readonly string[] | null {
    const driver = /^dev\/nvidia\d+$/.test(node) ? "nvidia" : node === "dev/kfd" ? "amdgpu" : null;
    if (driver === null) return null;
    return this.#devices.filter((device) => device.driver === driver).map(({ address }) => address);
  }

  #named(node: string): readonly string[] | null {
    const found = kernelNamesOf(node).flatMap((name) => {
      const addresses = this.#byName.get(name);
      return addresses === undefined ? [] : [addresses];
    });
    return found.length === 0 ? null : found.flat();
  }
}

function characterDevices(
  asked: ReadonlySet<string>,
  { open, characters }: NodeFiles,
  owners: Owners,
): Map<string, readonly string[]> {
  const found = new Map<string, readonly string[]>();
  for (const path of characterBatch(asked, open).links) {
    const link = characters.link(path);
    if (link === null) continue;
    const name = link.slice(link.lastIndexOf("/") + 1).replaceAll("!", "/");
    found.set(name, [...(found.get(name) ?? []), ...owners.of(link)]);
  }
  return found;
}

/** How the kernel may call what stands at a node: most often as the node; DVB's adapters and CPUs by another name. */
function kernelNamesOf(node: string): string[] {
  const path = node.slice("dev/".length);
  const [, adapter, part] = /^dvb\/adapter(\d+)\/(\w+)$/.exec(path) ?? [];
  const [, cpu, kind] = /^cpu\/(\d+)\/(msr|cpuid)$/.exec(path) ?? [];
  return [
    path,
    path.slice(path.lastIndexOf("/") + 1),
    ...(adapter === undefined ? [] : [`dvb${adapter}.${part}`]),
    ...(cpu === undefined ? [] : [`${kind}${cpu}`]),
  ];
}

/** NVIDIA's driver has no place in sysfs for its nodes. */
function ofNvidia({ first, second }: NodeFiles, owners: Owners): [string, string[]][] {
  return first.names(nvidiaFolder).flatMap((address): [string, string[]][] => {
    const minor = minorOf(second.text(nvidiaFile(address)));
    return minor === null ? [] : [[`dev/nvidia${minor}`, owners.of(address)]];
  });
}

function ofDisplays({ first, second }: NodeFiles, owners: Owners): [string, string[]][] {
  const cards = first.names(drmFolder).filter((name) => /^(card|renderD)\d+$/.test(name));
  return [
    ...cards.map((name): [string, string[]] => [
      `dev/dri/${name}`,
      owners.of(second.link(`${drmFolder}/${name}`)),
    ]),
    ...frameBuffersOf(first).map((name): [string, string[]] => [
      `dev/${name}`,
      owners.of(second.link(`${graphicsFolder}/${name}`)),
    ]),
  ];
}

/** "dev/bus/usb/001/004" (Documentation/driver-api/usb/usb.rst, "The USB character device nodes"). */
function ofUsb(carried: readonly CarriedDevice[]): [string, string[]][] {
  const padded = (number: number) => `${number}`.padStart(3, "0");
  return carried.flatMap((device): [string, string[]][] =>
    device.bus === "usb"
      ? [[`dev/bus/usb/${padded(device.place.bus)}/${padded(device.place.device)}`, device.carriers]]
      : [],
  );
}

/** The number of "Device Minor: \t 0", by which NVIDIA's driver names its nodes. */
export function minorOf(information: string | null): string | null {
  return /^Device Minor:\s*(\d{1,4})\s*$/m.exec(information ?? "")?.[1] ?? null;
}

export function nvidiaFile(address: string): string {
  return `${nvidiaFolder}/${address}/information`;
}
