import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import type { Connection } from "../../libvirt/connection";
import { findEditProblems } from "../../network/edit/find-edit-problems";
import { networkEditPlanSchema, networkEditSchema } from "../../network/edit/network-edit.schema";
import {
  type NetworkChange,
  planNetworkChange,
  readSavedNetwork,
  saveNetworkChange,
} from "../../network/edit/save-network";
import { loadNetworks, type NetworkHandle } from "../../network/load-networks";
import { defineAct } from "../act";
import { networkReference } from "../references.schema";
import { type HostLinks, linksOf } from "./host-links";
import { lookAt, withNetwork } from "./on-network";

const input = networkReference.extend(networkEditSchema.shape);
type EditRequest = z.output<typeof input>;

/** Tells what a change of a network's definition would do. */
export const planNetworkEdit = defineAct({
  name: "network.planEdit",
  title: "Plan: Edit a network",
  input,
  output: networkEditPlanSchema,
  changes: false,
  objects: onNetwork,
  async run({ services: { fleet }, ...caller }, request) {
    const links = await linksOf(fleet, caller, request.hostId);
    return lookAt(fleet, request, async (connection, net) => {
      const { problems, change } = await prepare(connection, net, { request, links });
      const { diff, live, waiting } = change;
      return { problems, diff, live, waiting };
    });
  },
});

/** Changes a network's definition. An AppError "conflict" says what stands against it. */
export const editNetwork = defineAct({
  name: "network.edit",
  title: "Edit a network",
  input,
  output: z.void(),
  objects: onNetwork,
  async run({ services: { fleet }, ...caller }, request) {
    const links = await linksOf(fleet, caller, request.hostId);
    await withNetwork(fleet, request, async (connection, net) => {
      const { problems, change } = await prepare(connection, net, { request, links });
      if (problems.length > 0) {
        throw new AppError("conflict", { userMessage: `${net.name} was not changed. ${problems.join(" ")}` });
      }
      await saveNetworkChange(connection, net, change);
    });
    fleet.refreshNetworks(request.hostId);
  },
});

async function prepare(
  connection: Connection,
  net: NetworkHandle,
  { request, links }: { request: EditRequest; links: HostLinks },
): Promise<{ problems: string[]; change: NetworkChange }> {
  const { persistent } = await connection.call("network_is_persistent", { net });
  const saved = await readSavedNetwork(connection, net);
  const change = await planNetworkChange(connection, net, { before: saved.xml, to: request.settings });
  const networks = await loadNetworks(connection);
  const problems = [
    ...(persistent === 0 ? ["It is transient: there is no saved definition to change."] : []),
    ...(saved.base === request.base
      ? []
      : ["Somebody else changed it in the meantime. Open it again to see the current settings."]),
    ...findEditProblems(
      { name: net.name, now: saved.settings, to: request.settings },
      { ...links, networks },
    ),
  ];
  return { problems, change };
}
