import { defaultTargets } from "../../host/default-targets";
import type { HostTree } from "../../host/host-tree";
import type { WishedChange } from "../../prepare/change.schema";
import { targetNow } from "../../prepare/default-target";
import type { BootDevices } from "../../prepare/read-devices";
import type { Wish } from "./prepared-change.schema";

/** Which start of the host this is; null where the kernel does not tell. */
export async function bootIdOf(tree: HostTree): Promise<string | null> {
  return (await tree.readText("proc/sys/kernel/random/boot_id"))?.trim() || null;
}

/** How the host is before a change, as far as that is compared after the restart. */
export async function seenOf(
  tree: HostTree,
  asked: WishedChange,
  { ids }: BootDevices,
): Promise<Wish["seen"]> {
  const addresses = [...ids].flatMap(([address, id]) => (isMeant(asked, address, id) ? [address] : []));
  return {
    commandLine: (await tree.readText("proc/cmdline"))?.trim() ?? "",
    drivers: await driversOf(tree, addresses),
    target: await targetOf(tree),
  };
}

/** What systemd starts; null where nothing tells. */
export async function targetOf(tree: HostTree): Promise<string | null> {
  const files = await tree.readMany({ links: defaultTargets, skipForbidden: true });
  const links = defaultTargets.flatMap((path) => {
    const target = files.link(path);
    return target === null ? [] : [[path, target] as const];
  });
  return targetNow(new Map(links));
}

/** The drivers that devices have now, by address; null where none has it. */
export async function driversOf(
  tree: HostTree,
  addresses: readonly string[],
): Promise<Record<string, string | null>> {
  const link = (address: string) => `sys/bus/pci/devices/${address}/driver`;
  const files = await tree.readMany({ links: addresses.map(link), skipForbidden: true });
  return Object.fromEntries(
    addresses.map((address) => [address, files.link(link(address))?.split("/").at(-1) ?? null]),
  );
}

function isMeant(asked: WishedChange, address: string, id: string): boolean {
  const { vfioAddresses, returnAddresses, addIds, removeIds, overrides } = asked;
  return (
    [...vfioAddresses, ...returnAddresses].includes(address) ||
    address in overrides ||
    addIds.includes(id) ||
    removeIds.includes(id)
  );
}
