import type { CreateChoices } from "@/server/create/choices.schema";
import type { DiskSource } from "@/server/create/specification/disk.schema";
import type { NetworkSpecification } from "@/server/create/specification/network.schema";

export type NetworkSource = NetworkSpecification["source"];
export type NewVolume = Extract<DiskSource, { kind: "new-volume" }>;

/** The pool that new volumes go to unless told otherwise: "default" or the one with most space; null without any. */
export function usualPool({ pools }: Pick<CreateChoices, "pools">): string | null {
  const active = pools.filter((pool) => pool.active && pool.takesDisks);
  const roomiest = active.toSorted((one, other) => other.availableBytes - one.availableBytes)[0];
  return (active.find(({ name }) => name === "default") ?? roomiest)?.name ?? null;
}

/** Pools whose volumes are files; those of the others are devices or objects, which have no format of their own. */
const filePools: ReadonlySet<string> = new Set(["dir", "fs", "netfs", "gluster", "vstorage"]);

/** The format that new volumes of a pool have unless told otherwise. */
export function usualFormat({ pools }: Pick<CreateChoices, "pools">, name: string): "qcow2" | "raw" {
  const type = pools.find((pool) => pool.name === name)?.type;
  return type === undefined || filePools.has(type) ? "qcow2" : "raw";
}

/** The network that a new VM is on unless told otherwise; null where the host has none that it could be on. */
export function usualNetwork({
  networks,
  interfaces,
}: Pick<CreateChoices, "networks" | "interfaces">): NetworkSource | null {
  const active = networks.filter((network) => network.active);
  const network = active.find(({ name }) => name === "default") ?? active[0];
  if (network !== undefined) return { kind: "network", network: network.name };
  const bridge = usualBridge({ interfaces });
  return bridge === null ? null : { kind: "bridge", bridge };
}

/** A bridge of the host's own, not one that a network of libvirt's made, where there is such a one. */
export function usualBridge({ interfaces }: Pick<CreateChoices, "interfaces">): string | null {
  const bridges = (interfaces ?? []).filter(({ bridge }) => bridge).map(({ name }) => name);
  return bridges.find((name) => !name.startsWith("virbr")) ?? bridges[0] ?? null;
}

/** A name that no VM has: "linux-server", "linux-server-2". */
export function freeName(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken);
  for (let number = 1; ; number += 1) {
    const name = number === 1 ? wanted : `${wanted}-${number}`;
    if (!used.has(name)) return name;
  }
}

/** What a new VM's volume is called: "web.qcow2", "web-2.qcow2". */
export function volumeName(vmName: string, index: number, format: "qcow2" | "raw"): string {
  const plain = vmName.replace(/[^\p{L}\p{N}._+@-]+/gu, "-");
  return `${plain}${index === 0 ? "" : `-${index + 1}`}.${format === "raw" ? "img" : "qcow2"}`;
}

/** A new, empty volume in the usual pool. */
export function newVolume(choices: Pick<CreateChoices, "pools">, vmName: string, index: number): NewVolume {
  const pool = usualPool(choices) ?? "";
  const format = usualFormat(choices, pool);
  const volume = volumeName(vmName, index, format);
  return { kind: "new-volume", pool, volume, copyOf: null, bytes: 20 * 2 ** 30, format };
}
