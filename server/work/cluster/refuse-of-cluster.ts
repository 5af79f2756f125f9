import type { ObjectReference } from "../../access/object.schema";
import { AppError } from "../../errors";
import type { Services } from "../services";
import { clusteredVm } from "./clustered-vm";
import { guardOf } from "./guarded-acts";

type Rooms = Pick<Services, "clusters" | "fleet">;

/**
 * Refuses what would work against a cluster: on VMs that it runs, by {@link guardOf}, and maintenance of a node that goes on to run
 * resources. Asked for each act; what is open asks nobody anything.
 * @throws AppError "conflict" with why and what to do instead.
 */
export async function refuseOfCluster(
  act: string,
  rooms: Rooms,
  objects: readonly ObjectReference[],
  input: unknown,
): Promise<void> {
  for (const object of objects) {
    if (object.kind === "vm") await refuseVm(act, rooms, object, input);
    if (object.kind === "host" && act === "host.beginMaintenance")
      await refuseMaintenance(rooms, object.hostId);
  }
}

async function refuseVm(
  act: string,
  { clusters, fleet }: Rooms,
  { hostId, vmId }: Extract<ObjectReference, { kind: "vm" }>,
  input: unknown,
): Promise<void> {
  const guard = guardOf(act, input);
  if (guard === "open") return;
  // That it is not there, the act says.
  const name = fleet.findVm(hostId, vmId)?.summary.name;
  if (name === undefined) return;
  const clustered = await clusteredVm(clusters, hostId, { id: vmId, name });
  if (clustered === null) return;
  if (clustered.kind === "unknown")
    throw refusal(`${name}: not done, as it is not known whether a cluster runs it. ${clustered.why}`);
  const { resource, vm } = clustered.vm;
  const instead = guard.instead(resource, vm.file ?? "the file of its definition");
  throw refusal(`${name}: not done, as a cluster runs it (${resource}). ${guard.because} ${instead}`);
}

async function refuseMaintenance({ clusters, fleet }: Rooms, hostId: string): Promise<void> {
  const { reading } = await clusters.before(fleet.host(hostId).machine.id);
  if (reading.kind !== "running") return;
  const { ownNode, nodes } = reading.facts;
  const node = nodes.find(({ name }) => name === ownNode);
  if (node?.standby || node?.maintenance) return;
  throw refusal(
    `This host is a node of a cluster, which goes on to start and move VMs there whatever Passdeck does. Put it in standby first, so that they move away: “crm_attribute --node ${ownNode ?? "NODE"} --name standby --update on”.`,
  );
}

function refusal(userMessage: string): AppError {
  return new AppError("conflict", { userMessage });
}
