import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { withNetwork } from "./on-network";

export const startNetwork = defineAct({
  name: "network.start",
  title: "Start a network",
  input: networkReference,
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet } }, reference) {
    await withNetwork(fleet, reference, (connection, net) => connection.call("network_create", { net }));
  },
});
