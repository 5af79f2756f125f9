import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Connection } from "../../../libvirt/connection";
import { LibvirtError } from "../../../libvirt/errors";
import { domainXmlFlags } from "../../../libvirt/protocol/constants.gen";
import type { PoolHandle } from "../../../storage/look-up";
import { elementXml } from "../../../xml/element-xml";
import { childOf, childrenOf, parseXml, serializeXml } from "../../../xml/xml";

/** All that libvirt and the folders hold, by name: "domain web-1", "volume disks/a.qcow2", "file pool/a.qcow2". */
export type WholeWorld = Record<string, string>;

/** Reads everything, past all that Passdeck knows of it. @param folders whose files count. */
export async function readWorld(connection: Connection, folders: readonly string[]): Promise<WholeWorld> {
  const parts = await Promise.all([
    domains(connection),
    pools(connection),
    networks(connection),
    ...folders.map((folder) => files(folder)),
  ]);
  return Object.assign({}, ...parts);
}

async function domains(connection: Connection): Promise<WholeWorld> {
  const world: WholeWorld = {};
  const all = await connection.call("connect_list_all_domains", { need_results: 1, flags: 0 });
  for (const dom of all.domains) {
    const xmlBy = async (flags: number) =>
      (await connection.call("domain_get_xml_desc", { dom, flags: flags | domainXmlFlags.SECURE })).xml;
    world[`domain ${dom.name}`] = await xmlBy(domainXmlFlags.INACTIVE);
    if (dom.id >= 0) world[`machine ${dom.name}`] = withoutNumbers(await xmlBy(0), dom.id);
  }
  return world;
}

/** Without what counts the machines, terminals and discs that there were before. */
function withoutNumbers(xml: string, id: number): string {
  return xml
    .replace(` id='${id}'`, "")
    .replaceAll(`/domain-${id}-`, "/domain-")
    .replaceAll(/\/dev\/pts\/\d+/g, "")
    .replaceAll(/(<source [^>]*) index='\d+'/g, "$1");
}

async function pools(connection: Connection): Promise<WholeWorld> {
  const world: WholeWorld = {};
  const all = await connection.call("connect_list_all_storage_pools", { need_results: 1, flags: 0 });
  for (const pool of all.pools) {
    const { xml } = await connection.call("storage_pool_get_xml_desc", { pool, flags: 0 });
    const { active } = await connection.call("storage_pool_is_active", { pool });
    world[`pool ${pool.name}`] = withoutFigures(active === 0 ? withoutMemories(xml) : xml);
    const { autostart } = await connection.call("storage_pool_get_autostart", { pool });
    world[`state of pool ${pool.name}`] = `active ${active}, autostart ${autostart}`;
    if (active === 0) continue;
    const problem = await refreshWhenIdle(connection, pool);
    if (problem !== null) {
      world[`state of pool ${pool.name}`] = problem;
      continue;
    }
    const list = { pool, need_results: 1, flags: 0 };
    for (const vol of (await connection.call("storage_pool_list_all_volumes", list)).vols) {
      const described = await connection.call("storage_vol_get_xml_desc", { vol, flags: 0 });
      world[`volume ${pool.name}/${vol.name}`] = withoutFigures(described.xml);
    }
  }
  return world;
}

/**
 * What libvirt was asked for by whoever is dead it may still be doing; it is looked at in the end.
 * @returns What keeps the pool from being looked at.
 */
async function refreshWhenIdle(connection: Connection, pool: PoolHandle): Promise<string | null> {
  for (;;) {
    try {
      await connection.call("storage_pool_refresh", { pool, flags: 0 });
      return null;
    } catch (error) {
      if (!(error instanceof LibvirtError)) throw error;
      if (!/asynchronous jobs/.test(error.message)) return error.message;
    }
  }
}

async function networks(connection: Connection): Promise<WholeWorld> {
  const world: WholeWorld = {};
  const all = await connection.call("connect_list_all_networks", { need_results: 1, flags: 0 });
  for (const net of all.nets) {
    const { xml } = await connection.call("network_get_xml_desc", { net, flags: 0 });
    const { active } = await connection.call("network_is_active", { net });
    const { autostart } = await connection.call("network_get_autostart", { net });
    // libvirt draws one where none is given.
    const lasting = xml.replace(/<mac address=[^>]*>/, "");
    world[`network ${net.name}`] = `active ${active}, autostart ${autostart}\n${lasting}`;
  }
  return world;
}

async function files(folder: string): Promise<WholeWorld> {
  const world: WholeWorld = {};
  const entries = await readdir(folder, { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of entries.filter((one) => one.isFile())) {
    const path = join(entry.parentPath, entry.name);
    world[`file ${path}`] = createHash("sha256")
      .update(await readFile(path))
      .digest("hex");
  }
  return world;
}

/** Of a pool that is stopped: without what libvirtd knows of it from when it ran, and forgets when it is started again itself. */
function withoutMemories(xml: string): string {
  return xml.replace(/<permissions>.*?<\/permissions>/s, "").replaceAll(/\n\s*(?=\n)/g, "");
}

/** Without what differs each time: when, and how much of the disk. */
function withoutFigures(xml: string): string {
  return (
    xml
      .replace(/<timestamps>.*?<\/timestamps>/s, "")
      .replaceAll(/<(allocation|available|physical)[^<]*<[^>]*>/g, "")
      // A pool's own is that of its disk.
      .replace(/(<pool .*?)<capacity[^<]*<[^>]*>/s, "$1")
  );
}

/** A VM's description with its devices in one order: libvirt puts controllers that it adds elsewhere when it reads a definition again. */
export function sortedDevices(xml: string): string {
  const document = parseXml(xml);
  const devices = childOf(document.documentElement, "devices");
  const known = childrenOf(devices).map((element) => ({
    element,
    text: elementXml(element),
  }));
  for (const { element } of known.sort((one, other) => one.text.localeCompare(other.text)))
    devices?.appendChild(element);
  return serializeXml(document).replaceAll(/^\s+\n/gm, "");
}
