import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { removeNetwork } from "../../network/network-acts";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { namesOf, usersOf } from "./network-users";
import { withNetwork } from "./on-network";

/** Deletes a network that no VM is on: a VM whose network is gone can't be started. */
export const deleteNetwork = defineAct({
  name: "network.delete",
  title: "Delete a network",
  input: networkReference,
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet } }, reference) {
    await withNetwork(fleet, reference, async (connection, net) => {
      const users = await usersOf(fleet, reference, connection);
      if (users.length > 0) {
        throw new AppError("conflict", {
          userMessage: `Network ${net.name} was not deleted: ${namesOf(users)} could not start without it. Move their network cards to another network first.`,
        });
      }
      await removeNetwork(connection, net);
    });
  },
});
