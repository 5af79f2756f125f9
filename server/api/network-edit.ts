import { AppError } from "../errors";
import type { Fleet } from "../fleet/fleet";
import type { Connection } from "../libvirt/connection";
import { findEditProblems } from "../network/edit/find-edit-problems";
import type { NetworkEdit, NetworkEditPlan } from "../network/edit/network-edit.schema";
import type { NetworkSettings } from "../network/edit/network-settings.schema";
import {
  type NetworkChange,
  planNetworkChange,
  readSavedNetwork,
  saveNetworkChange,
} from "../network/edit/save-network";
import { loadNetworks, type NetworkHandle } from "../network/load-networks";
import type { CallerAddresses } from "../pci/management-devices";
import { type HostLinks, linksOf, lookAt, type NetworkReference, withNetwork } from "./network-views";

type Request = NetworkReference & NetworkEdit;

/** What can be changed of a network, as it is saved, and what stands for that. */
export function networkSettings(
  fleet: Fleet,
  reference: NetworkReference,
): Promise<{ settings: NetworkSettings; base: string }> {
  return lookAt(fleet, reference, async (connection, net) => {
    const { settings, base } = await readSavedNetwork(connection, net);
    return { settings, base };
  });
}

/** Tells what a change would do. Changes nothing. */
export async function planEdit(
  fleet: Fleet,
  caller: CallerAddresses,
  request: Request,
): Promise<NetworkEditPlan> {
  const links = await linksOf(fleet, caller, request.hostId);
  return lookAt(fleet, request, async (connection, net) => {
    const { problems, change } = await prepare(connection, net, { request, links });
    const { diff, live, waiting } = change;
    return { problems, diff, live, waiting };
  });
}

/** Changes a network's definition. An AppError "conflict" says what stands against it. */
export async function editNetworkDefinition(
  fleet: Fleet,
  caller: CallerAddresses,
  request: Request,
): Promise<void> {
  const links = await linksOf(fleet, caller, request.hostId);
  await withNetwork(fleet, request, async (connection, net) => {
    const { problems, change } = await prepare(connection, net, { request, links });
    if (problems.length > 0) {
      throw new AppError("conflict", { userMessage: `${net.name} was not changed. ${problems.join(" ")}` });
    }
    await saveNetworkChange(connection, net, change);
  });
  fleet.refreshNetworks(request.hostId);
}

async function prepare(
  connection: Connection,
  net: NetworkHandle,
  { request, links }: { request: Request; links: HostLinks },
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
