import type { HostTree } from "../host/host-tree";

const folder = "sys/bus/pci/devices";

/** What the files of a host tell of its PCI devices, as far as binding them at boot has to know. */
export interface BootDevices {
  /** "10de:2206" by address. */
  ids: ReadonlyMap<string, string>;
  /** The module of the driver that a device has now, by address. */
  modules: ReadonlyMap<string, string>;
}

/** Reads ids and drivers of all PCI devices. A driver's name is not a module's: its link tells (xhci_hcd is of xhci_pci). */
export async function readBootDevices(tree: HostTree): Promise<BootDevices> {
  const addresses = await tree.list(folder);
  const facts = await tree.readMany({
    texts: addresses.flatMap((address) => ["vendor", "device"].map((name) => `${folder}/${address}/${name}`)),
    links: addresses.map((address) => `${folder}/${address}/driver`),
    skipForbidden: true,
  });
  const drivers = new Map(
    addresses.map((address) => [address, lastName(facts.link(`${folder}/${address}/driver`))]),
  );
  const names = [...new Set([...drivers.values()].filter((name) => name !== null))];
  const links = await tree.readMany({ links: names.map(moduleLink), skipForbidden: true });
  const modules = new Map(names.map((name) => [name, lastName(links.link(moduleLink(name))) ?? name]));
  const idOf = (address: string) =>
    ["vendor", "device"]
      .map((name) => facts.word(`${folder}/${address}/${name}`)?.replace(/^0x/, "") ?? "")
      .join(":");
  return {
    ids: new Map(addresses.map((address) => [address, idOf(address)])),
    modules: new Map(
      [...drivers].flatMap(([address, driver]) =>
        driver === null ? [] : [[address, modules.get(driver) ?? driver] as const],
      ),
    ),
  };
}

function moduleLink(driver: string): string {
  return `sys/bus/pci/drivers/${driver}/module`;
}

function lastName(target: string | null): string | null {
  return target === null ? null : target.slice(target.lastIndexOf("/") + 1);
}
