import { rm } from "node:fs/promises";
import type { Connection } from "../../../libvirt/connection";
import { domainUndefineFlags } from "../../../libvirt/protocol/constants.gen";
import { removeNetwork } from "../../../network/network-acts";
import { findPool } from "../../../storage/look-up";
import { deletePool } from "../../../storage/pool-acts";
import type { WholeWorld } from "./whole-world";

/** Takes away what has come since then, and gives definitions back their words. @param now What there is. */
export async function restoreWorld(
  connection: Connection,
  now: WholeWorld,
  before: WholeWorld,
): Promise<void> {
  const isNew = (name: string) => !(name in before);
  const isChanged = (name: string) => !isNew(name) && now[name] !== before[name];
  for (const name of namesOf("machine", now)) {
    if (!isNew(`machine ${name}`)) continue;
    const { dom } = await connection.call("domain_lookup_by_name", { name });
    await connection.call("domain_destroy_flags", { dom, flags: 0 });
  }
  for (const name of namesOf("domain", now)) {
    const { dom } = await connection.call("domain_lookup_by_name", { name });
    const flags = domainUndefineFlags.NVRAM | domainUndefineFlags.TPM;
    if (isNew(`domain ${name}`)) await connection.call("domain_undefine_flags", { dom, flags });
    if (isChanged(`domain ${name}`))
      await connection.call("domain_define_xml_flags", { xml: before[`domain ${name}`] ?? "", flags: 0 });
  }
  for (const name of namesOf("network", now)) {
    if (!isNew(`network ${name}`)) continue;
    await removeNetwork(connection, (await connection.call("network_lookup_by_name", { name })).net);
  }
  // What is in such a pool was there before it.
  for (const name of namesOf("pool", now)) if (isNew(`pool ${name}`)) await deletePool(connection, name);
  for (const place of namesOf("volume", now)) {
    const [poolName = "", name = ""] = place.split("/");
    if (!isNew(`volume ${place}`) || isNew(`pool ${poolName}`)) continue;
    const pool = await findPool(connection, poolName);
    const { vol } = await connection.call("storage_vol_lookup_by_name", { pool, name });
    await connection.call("storage_vol_delete", { vol, flags: 0 });
  }
  for (const path of namesOf("file", now)) if (isNew(`file ${path}`)) await rm(path, { force: true });
}

/** What of a kind there is. */
function namesOf(kind: string, world: WholeWorld): string[] {
  return Object.keys(world).flatMap((key) => (key.startsWith(`${kind} `) ? key.slice(kind.length + 1) : []));
}
