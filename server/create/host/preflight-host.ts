import { architectureOf } from "../domain/host-capabilities";
import type { PreflightHost } from "../preflight/preflight.schema";
import { firmwareFiles } from "../preflight/storage-findings";
import type { VmSpecification } from "../vm-specification.schema";
import type { HostOfVms } from "./host-of-vms";

/**
 * The host as the preflight looks at it.
 * @param files Paths that were looked for, and whether they are there.
 * @param machine The VM's, whose firmware has to be of its own architecture; null where that does not matter.
 */
export function preflightHostOf(
  host: HostOfVms,
  files: ReadonlyMap<string, boolean>,
  machine: VmSpecification["machine"] | null,
): PreflightHost {
  const { capabilities, resources, supplies, vms } = host;
  const native = machine === null || architectureOf({ machine }) === capabilities.architecture;
  return {
    architecture: capabilities.architecture,
    kvm: capabilities.kvm,
    brokenKvm: capabilities.brokenKvm,
    memoryBytes: host.memoryBytes,
    availableMemoryBytes: supplies?.memory.availableBytes ?? null,
    cpus: supplies?.cpus?.online ?? Array.from({ length: host.cpuCount }, (_, cpu) => cpu),
    numaNodes: supplies?.cpus?.nodes.map(({ id }) => id) ?? null,
    hugepages: supplies?.memory.hugepages ?? null,
    vmNames: vms.map(({ name }) => name),
    macAddresses: vms.flatMap(({ macs }) => macs),
    firmware: native ? capabilities.firmware : null,
    swtpm: capabilities.swtpm,
    virtiofsd: supplies?.virtiofsd ?? null,
    newerKeys: supplies?.newerKeys ?? { missing: [], instead: null },
    pools: resources.pools,
    files,
    isKept: keptPaths(host),
    disksInUse: disksInUse(host),
    networks: resources.networks,
    interfaces: supplies?.interfaces ?? null,
    devices: host.devices,
    desktop: supplies,
    namedDevices: host.namedDevices,
    carried: host.carried,
  };
}

function keptPaths({ resources, isOwnFile }: HostOfVms): (path: string) => boolean {
  const volumes = new Set(resources.pools.flatMap(({ volumePaths }) => [...volumePaths.keys()]));
  return (path) => volumes.has(path) || isOwnFile(path);
}

/** By both names that a disk may have: its path, and its pool and volume. */
function disksInUse({ vms, resources }: HostOfVms): Map<string, string> {
  const paths = new Map<string, string>();
  for (const { name: pool, volumePaths } of resources.pools)
    for (const [path, volume] of volumePaths) paths.set(path, `${pool}/${volume}`);
  const byVolume = new Map([...paths].map(([path, volume]) => [volume, path]));
  const users = new Map<string, string>();
  for (const { name, disks } of vms) {
    for (const disk of disks) {
      for (const alias of [disk, paths.get(disk), byVolume.get(disk)])
        if (alias !== undefined) users.set(alias, name);
    }
  }
  return users;
}

/** Paths of the host that a specification names. */
export function namedFiles(vm: VmSpecification): string[] {
  const { disks, opticalDrives, sharedFolders } = vm;
  const sources = [...disks, ...opticalDrives].map(({ source }) => source);
  return [
    ...sources.flatMap((source) =>
      source?.kind === "file" || source?.kind === "block" ? [source.path] : [],
    ),
    ...firmwareFiles(vm),
    ...sharedFolders.map(({ path }) => path),
  ];
}
