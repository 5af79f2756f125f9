import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { AppError } from "../../errors";
import { makeNetwork } from "../../network/network-acts";
import { defineAct } from "../act";
import { networkInput, previewOf } from "./preview";

/** Makes a network and starts it. An AppError "conflict" says what stands against it. */
export const createNetwork = defineAct({
  name: "network.create",
  title: "Create a network",
  input: networkInput,
  output: z.void(),
  objects: onHost,
  async run(context, { hostId, network }) {
    const { problems, xml } = await previewOf(context, hostId, network);
    const { name, autostart } = network;
    if (problems.length > 0) {
      throw new AppError("conflict", {
        userMessage: `The network ${name} was not created. ${problems.join(" ")}`,
      });
    }
    const { fleet } = context.services;
    await fleet.host(hostId).run(`Network ${name}`, (connection) => makeNetwork(connection, xml, autostart));
    fleet.refreshNetworks(hostId);
  },
});
