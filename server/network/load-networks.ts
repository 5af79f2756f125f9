import type { Connection } from "../libvirt/connection";
import { LibvirtError } from "../libvirt/errors";
import { errorNumber, listNetworksFlags } from "../libvirt/protocol/constants.gen";
import type { ProcedureResult } from "../libvirt/protocol/procedures.gen";
import { formatUuid } from "../libvirt/uuid";
import type { NetworkSummary } from "./network.schema";
import { readNetwork } from "./read-network";

/** libvirt's handle of a network: name and UUID. */
export type NetworkHandle = ProcedureResult["connect_list_all_networks"]["nets"][number];

/** All networks by name: four calls, and one more a network. */
export async function loadNetworks(connection: Connection): Promise<NetworkSummary[]> {
  const list = async (flags: number) =>
    (await connection.call("connect_list_all_networks", { need_results: 1, flags })).nets;
  const idsOf = async (flags: number) => new Set((await list(flags)).map(({ uuid }) => formatUuid(uuid)));
  const [handles, active, persistent, autostart] = await Promise.all([
    list(0),
    idsOf(listNetworksFlags.ACTIVE),
    idsOf(listNetworksFlags.PERSISTENT),
    idsOf(listNetworksFlags.AUTOSTART),
  ]);
  const networks = handles.map(async (net): Promise<NetworkSummary | null> => {
    const uuid = formatUuid(net.uuid);
    const xml = await networkXml(connection, net);
    if (xml === null) return null;
    return {
      ...readNetwork(xml),
      uuid,
      active: active.has(uuid),
      persistent: persistent.has(uuid),
      autostart: autostart.has(uuid),
    };
  });
  const found = (await Promise.all(networks)).filter((network) => network !== null);
  return found.toSorted((left, right) => left.name.localeCompare(right.name));
}

/** A network's XML as it is now; null where it was deleted since it was listed. */
async function networkXml(connection: Connection, net: NetworkHandle): Promise<string | null> {
  try {
    return (await connection.call("network_get_xml_desc", { net, flags: 0 })).xml;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_NETWORK) return null;
    throw error;
  }
}
