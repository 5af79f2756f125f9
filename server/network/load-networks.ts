import type { Connection } from "../libvirt/connection";
import { ConnectionError, LibvirtError } from "../libvirt/errors";
import { errorNumber, listNetworksFlags, networkXmlFlags } from "../libvirt/protocol/constants.gen";
import type { ProcedureResult } from "../libvirt/protocol/procedures.gen";
import { formatUuid } from "../libvirt/uuid";
import { problemOf } from "../xml/problem-of";
import { parseXml } from "../xml/xml";
import { differences } from "./edit/differences";
import type { NetworkSummary } from "./network.schema";
import { readNetwork } from "./read-network";

/** libvirt's handle of a network: name and UUID. */
export type NetworkHandle = ProcedureResult["connect_list_all_networks"]["nets"][number];

type Caller = Pick<Connection, "call">;

/** All networks by name: four calls, and one more a network, two where it runs. */
export async function loadNetworks(connection: Caller): Promise<NetworkSummary[]> {
  const list = async (flags: number) =>
    (await connection.call("connect_list_all_networks", { need_results: 1, flags })).nets;
  const idsOf = async (flags: number) => new Set((await list(flags)).map(({ uuid }) => formatUuid(uuid)));
  const [handles, active, persistent, autostart] = await Promise.all([
    list(0),
    idsOf(listNetworksFlags.ACTIVE),
    idsOf(listNetworksFlags.PERSISTENT),
    idsOf(listNetworksFlags.AUTOSTART),
  ]);
  const networks = handles.map((net) => {
    const uuid = formatUuid(net.uuid);
    return loadNetwork(connection, net, {
      uuid,
      active: active.has(uuid),
      persistent: persistent.has(uuid),
      autostart: autostart.has(uuid),
    });
  });
  const found = (await Promise.all(networks)).filter((network) => network !== null);
  return found.toSorted((left, right) => left.name.localeCompare(right.name));
}

/** One network; null where it was deleted since it was listed. One that can't be read says so, and is no error. */
async function loadNetwork(
  connection: Caller,
  net: NetworkHandle,
  flags: Pick<NetworkSummary, "uuid" | "active" | "persistent" | "autostart">,
): Promise<NetworkSummary | null> {
  let xml: string | null = "";
  try {
    xml = await networkXml(connection, net, 0);
    if (xml === null) return null;
    const changeable = flags.active && flags.persistent;
    const saved = changeable ? await networkXml(connection, net, networkXmlFlags.INACTIVE) : null;
    const waiting = saved === null ? [] : differences(parseXml(xml), parseXml(saved));
    return { ...readNetwork(xml), ...flags, waiting, unreadable: null };
  } catch (error) {
    if (error instanceof ConnectionError) throw error;
    return {
      ...nothing,
      ...flags,
      name: net.name,
      unreadable: { problem: problemOf(error), xml: xml ?? "" },
    };
  }
}

/** What stands for a network of which nothing is known. */
const nothing = {
  mode: "isolated",
  bridge: null,
  devices: [],
  ips: [],
  domain: null,
  dns: false,
  waiting: [],
} as const satisfies Partial<NetworkSummary>;

/** A network's XML; null where it was deleted since it was listed. */
async function networkXml(connection: Caller, net: NetworkHandle, flags: number): Promise<string | null> {
  try {
    return (await connection.call("network_get_xml_desc", { net, flags })).xml;
  } catch (error) {
    if (error instanceof LibvirtError && error.code === errorNumber.NO_NETWORK) return null;
    throw error;
  }
}
