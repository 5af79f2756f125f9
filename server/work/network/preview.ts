import * as z from "zod";
import { onHost } from "../../access/objects-of";
import { buildNetwork } from "../../network/build-network";
import { findProblems, findWarnings } from "../../network/find-problems";
import { loadNetworks } from "../../network/load-networks";
import { type CreateNetworkRequest, createNetworkSchema } from "../../network/network-request.schema";
import { defineAct } from "../act";
import type { ActContext } from "../act-context";
import { hostReference } from "../references.schema";
import { linksOf } from "./host-links";

export const networkInput = hostReference.extend({ network: createNetworkSchema });

const previewSchema = z.object({
  xml: z.string(),
  /** What stands against it. */
  problems: z.array(z.string()),
  warnings: z.array(z.string()),
});

/** The XML of a network that somebody is about to make, and what is to be said of it. */
export const previewNetwork = defineAct({
  name: "network.preview",
  title: "Preview a network",
  input: networkInput,
  output: previewSchema,
  changes: false,
  objects: onHost,
  run: (context, { hostId, network }) => previewOf(context, hostId, network),
});

/** As {@link previewNetwork}. */
export async function previewOf(
  { services: { fleet }, ...caller }: ActContext,
  hostId: string,
  network: CreateNetworkRequest,
): Promise<z.infer<typeof previewSchema>> {
  const host = fleet.host(hostId);
  const links = await linksOf(fleet, caller, hostId);
  const networks = await host.run(`Host ${hostId}`, loadNetworks);
  return {
    xml: buildNetwork(network),
    problems: findProblems(network, { networks, ...links }),
    warnings: findWarnings(network),
  };
}
