import type { Element } from "@xmldom/xmldom";
import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber, listStoragePoolsFlags } from "../libvirt/protocol/constants.gen";
import { formatUuid } from "../libvirt/uuid";
import { pciAddressText } from "../units/pci-address.schema";
import { readPciAddress } from "../units/pci-address-element";
import { problemOf } from "../xml/problem-of";
import { attributeOf, childOf, childrenOf, parseXml, textOf } from "../xml/xml";
import { orNull, type PoolHandle } from "./look-up";
import { type PoolSummary, poolStates } from "./pool.schema";

/** All storage pools of a host, by name. A pool that vanishes between the list and the look is left out. */
export async function readPools(connection: Connection): Promise<PoolSummary[]> {
  const list = async (flags: number) =>
    (await connection.call("connect_list_all_storage_pools", { need_results: 1, flags })).pools;
  const namesOf = async (flags: number) => new Set((await list(flags)).map(({ name }) => name));
  const [all, autostart, persistent] = await Promise.all([
    list(0),
    namesOf(listStoragePoolsFlags.AUTOSTART),
    namesOf(listStoragePoolsFlags.PERSISTENT),
  ]);
  const pools = await Promise.all(
    all.map((pool) => {
      const flags = { autostart: autostart.has(pool.name), persistent: persistent.has(pool.name) };
      return orNull(
        readPool(connection, pool, flags).catch((error: unknown) => unreadablePool(pool, flags, error)),
        errorNumber.NO_STORAGE_POOL,
      );
    }),
  );
  return pools.filter((pool) => pool !== null).sort((one, other) => one.name.localeCompare(other.name));
}

async function readPool(
  connection: Connection,
  pool: PoolHandle,
  flags: Pick<PoolSummary, "autostart" | "persistent">,
): Promise<PoolSummary> {
  const [info, { xml }] = await Promise.all([
    connection.call("storage_pool_get_info", { pool }),
    connection.call("storage_pool_get_xml_desc", { pool, flags: 0 }),
  ]);
  const state = poolStates[info.state] ?? "inaccessible";
  // libvirt keeps the figures of a pool that was stopped.
  const bytes = (figure: bigint) => (state === "inactive" ? 0 : Number(figure));
  return {
    id: formatUuid(pool.uuid),
    name: pool.name,
    state,
    ...flags,
    ...readPoolXml(xml),
    capacityBytes: bytes(info.capacity),
    allocationBytes: bytes(info.allocation),
    availableBytes: bytes(info.available),
  };
}

/** What stands for a pool that libvirt has no answer about. @throws what says nothing of this pool alone. */
function unreadablePool(
  pool: PoolHandle,
  flags: Pick<PoolSummary, "autostart" | "persistent">,
  error: unknown,
): PoolSummary {
  if (!(error instanceof LibvirtError) || error.code === errorNumber.NO_STORAGE_POOL) throw error;
  return {
    id: formatUuid(pool.uuid),
    name: pool.name,
    state: "inaccessible",
    ...flags,
    type: "",
    path: null,
    source: null,
    capacityBytes: 0,
    allocationBytes: 0,
    availableBytes: 0,
    unreadable: { problem: error.message, xml: "" },
  };
}

/** What a pool's XML tells (https://libvirt.org/formatstorage.html#storage-pool-xml), or that it can't be read. */
export function readPoolXml(xml: string): Pick<PoolSummary, "type" | "path" | "source" | "unreadable"> {
  try {
    const root = parseXml(xml).documentElement;
    return {
      type: attributeOf(root, "type") ?? "",
      path: textOf(childOf(root, "target", "path")),
      source: sourceOf(childOf(root, "source")),
      unreadable: null,
    };
  } catch (error) {
    return { type: "", path: null, source: null, unreadable: { problem: problemOf(error), xml } };
  }
}

/**
 * The SCSI or Fibre Channel adapter of a pool of type "scsi" (https://libvirt.org/formatstorage.html, "adapter"): the PCI
 * function that it stands for, or the SCSI host by its number, which changes. A virtual port is named with what it is of.
 */
function adapterOf(adapter: Element | null): string | null {
  if (adapter === null) return null;
  const address = childOf(adapter, "parentaddr", "address");
  const host = attributeOf(adapter, "name") ?? attributeOf(adapter, "parent");
  const port = attributeOf(adapter, "wwpn");
  const place = readPciAddress(address);
  const parent = (place === null ? host : pciAddressText(place)) ?? attributeOf(adapter, "parent_wwpn");
  if (port === null) return parent;
  return parent === null ? `port ${port}` : `port ${port} of ${parent}`;
}

/** Host and folder, device, or name: what a pool's `<source>` has of them (https://libvirt.org/formatstorage.html). */
function sourceOf(source: Element | null): string | null {
  const hosts = childrenOf(source, "host").flatMap((host) => attributeOf(host, "name") ?? []);
  const place =
    attributeOf(childOf(source, "dir"), "path") ??
    textOf(childOf(source, "name")) ??
    attributeOf(childOf(source, "device"), "path") ??
    adapterOf(childOf(source, "adapter"));
  if (place === null || place === "") return null;
  return hosts.length === 0 ? place : `${hosts.join(",")}:${place}`;
}
