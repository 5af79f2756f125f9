import * as z from "zod";
import { onNetwork } from "../../access/objects-of";
import { AppError } from "../../errors";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { findEditProblems } from "../../network/edit/find-edit-problems";
import { networkEditPlanSchema, networkEditSchema } from "../../network/edit/network-edit.schema";
import { type NetworkChange, planNetworkChange, readSavedNetwork } from "../../network/edit/save-network";
import { loadNetworks, type NetworkHandle } from "../../network/load-networks";
import { defineAct, nothing } from "../act";
import { startJob } from "../planned-act";
import { networkReference } from "../references.schema";
import { editInputSchema, editSteps, editWords } from "./edit-steps";
import { type HostLinks, linksOf } from "./host-links";
import type { NetworkRooms } from "./network-work";
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

const kind = "edit-network";

/** Changes a network's definition, as a job. An AppError "conflict" says what stands against it. */
export const editNetwork = defineAct({
  name: "network.edit",
  title: "Edit a network",
  input,
  output: z.object({ jobId: z.guid() }),
  objects: onNetwork,
  // Its job has it in hand.
  inHand: nothing,
  async run(context, request) {
    const { fleet } = context.services;
    const links = await linksOf(fleet, context, request.hostId);
    return withNetwork(fleet, request, async (connection, net) => {
      const { problems, change } = await prepare(connection, net, { request, links });
      if (problems.length > 0) {
        throw new AppError("conflict", { userMessage: `${net.name} was not changed. ${problems.join(" ")}` });
      }
      const { before, after, diff, live } = change;
      const jobInput = { uuid: request.uuid, name: net.name, before, after, live: live.length > 0 };
      const plan = { kind, title: `Edit the network ${net.name}`, steps: editWords(net.name, diff, live) };
      return { jobId: startJob(context, { plan, jobInput, inHand: [onNetwork(request)] }) };
    });
  },
});

/** The job that changes a network. */
export function editNetworkKind(rooms: NetworkRooms): JobKind<typeof kind> {
  return defineJobKind(kind, editInputSchema, (hostId, job) => editSteps(rooms, hostId, job));
}

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
