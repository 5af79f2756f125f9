import * as z from "zod";
import type { Connection } from "../../libvirt/connection";
import { errorNumber, networkXmlFlags } from "../../libvirt/protocol/constants.gen";
import { activateNetwork, deactivateNetwork, findNetwork, isNetworkActive } from "../../network/network-acts";
import { orNull } from "../../storage/look-up";
import type { Switchable } from "../switch/switchable";
import type { NetworkRooms } from "./network-work";

/** A network as a job knows it: one of the same name that is there later has another UUID. */
export const jobNetworkSchema = z.object({ uuid: z.guid(), name: z.string() });

/** A network for the steps that switch it. */
export function switchableNetwork(
  { fleet }: NetworkRooms,
  hostId: string,
  { uuid, name }: z.infer<typeof jobNetworkSchema>,
): Switchable {
  const find = (connection: Connection) => findNetwork(connection, uuid);
  return {
    title: `network ${name}`,
    host: () => fleet.host(hostId),
    async on(work) {
      try {
        return await fleet.host(hostId).run(`Network ${name}`, work);
      } finally {
        // libvirt has no event for autostart.
        fleet.refreshNetworks(hostId);
      }
    },
    find,
    async isOn(connection) {
      const net = await find(connection);
      return (
        net !== null && (await orNull(isNetworkActive(connection, net), errorNumber.NO_NETWORK)) === true
      );
    },
    start: activateNetwork,
    stop: deactivateNetwork,
    async definition(connection, net) {
      const { persistent } = await connection.call("network_is_persistent", { net });
      const { autostart } = await connection.call("network_get_autostart", { net });
      const flags = persistent === 0 ? 0 : networkXmlFlags.INACTIVE;
      const { xml } = await connection.call("network_get_xml_desc", { net, flags });
      return { xml, persistent: persistent !== 0, autostart: autostart !== 0 };
    },
    undefine: (connection, net) => connection.call("network_undefine", { net }),
    define: async (connection, xml) => (await connection.call("network_define_xml", { xml })).net,
    startTransient: (connection, xml) => connection.call("network_create_xml", { xml }),
    enableAutostart: (connection, net) => connection.call("network_set_autostart", { net, autostart: 1 }),
  };
}
