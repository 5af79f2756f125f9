import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { withNetwork } from "./on-network";

/** Whether a network is started with its host. */
export const setNetworkAutostart = defineAct({
  name: "network.setAutostart",
  title: "Set whether a network is started with its host",
  input: networkReference.extend({ autostart: z.boolean() }),
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet } }, { autostart, ...reference }) {
    await withNetwork(fleet, reference, (connection, net) =>
      connection.call("network_set_autostart", { net, autostart: autostart ? 1 : 0 }),
    );
    // libvirt has no event for this one.
    fleet.refreshNetworks(reference.hostId);
  },
});
