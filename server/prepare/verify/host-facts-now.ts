import { defaultTargets } from "../../host/default-targets";
import type { HostTree } from "../../host/host-tree";
import { type LookingGlassHost, readLookingGlassHost } from "../../host/looking-glass-host";
import { targetNow } from "../default-target";

const pages = "sys/kernel/mm/hugepages";
const groups = "sys/kernel/iommu_groups";
const devices = "sys/bus/pci/devices";

/** What of a host tells whether a change of its boot has come about. */
export interface HostNow {
  /** /proc/cmdline; null where it can't be read. */
  commandLine: string | null;
  /** Drivers by address, null where none has the device; a device that is gone is missing. */
  drivers: ReadonlyMap<string, string | null>;
  /** "10de:2206" by address. */
  ids: ReadonlyMap<string, string>;
  /** Huge pages by their size in KiB. */
  hugePages: ReadonlyMap<number, number>;
  iommuGroups: number;
  /** Names of loaded and built-in modules, with underscores. */
  modules: ReadonlySet<string>;
  /** What systemd starts: "graphical.target"; null where nothing tells. */
  target: string | null;
  lookingGlass: LookingGlassHost;
}

/** Reads it, in two batches. */
export async function readHostNow(tree: HostTree): Promise<HostNow> {
  const listed = await tree.readMany({
    texts: ["proc/cmdline"],
    folders: [pages, groups, devices, "sys/module"],
    links: defaultTargets,
    skipForbidden: true,
  });
  const addresses = listed.names(devices);
  const sizes = listed.names(pages).flatMap((name) => /^hugepages-(\d+)kB$/.exec(name)?.[1] ?? []);
  const read = await tree.readMany({
    texts: [
      ...addresses.flatMap((address) => ["vendor", "device"].map((name) => `${devices}/${address}/${name}`)),
      ...sizes.map(countFile),
    ],
    links: addresses.map((address) => `${devices}/${address}/driver`),
    skipForbidden: true,
  });
  const wordOf = (path: string) => read.word(path)?.replace(/^0x/, "") ?? "";
  return {
    commandLine: listed.text("proc/cmdline"),
    drivers: new Map(
      addresses.map((address) => [
        address,
        read.link(`${devices}/${address}/driver`)?.split("/").at(-1) ?? null,
      ]),
    ),
    ids: new Map(
      addresses.map((address) => [
        address,
        `${wordOf(`${devices}/${address}/vendor`)}:${wordOf(`${devices}/${address}/device`)}`,
      ]),
    ),
    hugePages: new Map(sizes.map((size) => [Number(size), Number(read.word(countFile(size)) ?? 0)])),
    iommuGroups: listed.names(groups).length,
    lookingGlass: await readLookingGlassHost(tree),
    target: targetNow(
      new Map(
        defaultTargets.flatMap((path) => {
          const target = listed.link(path);
          return target === null ? [] : [[path, target] as const];
        }),
      ),
    ),
    modules: new Set(listed.names("sys/module").map((name) => name.replaceAll("-", "_"))),
  };
}

function countFile(size: string): string {
  return `${pages}/hugepages-${size}kB/nr_hugepages`;
}
