import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { isActive } from "../../fleet/read-vm";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { namesOf, usersOf } from "./network-users";
import { withNetwork } from "./on-network";

/** Stops a network. VMs that run on it lose it until they are started anew, so they have to be known. */
export const stopNetwork = defineAct({
  name: "network.stop",
  title: "Stop a network",
  input: networkReference.extend({
    /** The caller knows that running VMs lose it. */
    disconnect: z.boolean(),
  }),
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet } }, { disconnect, ...reference }) {
    await withNetwork(fleet, reference, async (connection, net) => {
      const running = (await usersOf(fleet, reference, connection)).filter(({ state }) => isActive(state));
      if (running.length > 0 && !disconnect) {
        throw new AppError("conflict", {
          userMessage: `Network ${net.name}: ${namesOf(running)} would lose it while running. Shut down first, or stop it anyway.`,
        });
      }
      await connection.call("network_destroy", { net });
    });
  },
});
