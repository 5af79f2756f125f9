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
import type { Asker } from "../pci/management-devices";
import { type HostLinks, linksOf, lookAt, type NetworkReference, withNetwork } from "./network-views";

type Wish = NetworkReference & NetworkEdit;

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
export async function planEdit(fleet: Fleet, asker: Asker, wish: Wish): Promise<NetworkEditPlan> {
  const links = await linksOf(fleet, asker, wish.hostId);
  return lookAt(fleet, wish, async (connection, net) => {
    const { problems, change } = await prepare(connection, net, { wish, links });
    const { diff, live, waiting } = change;
    return { problems, diff, live, waiting };
  });
}

/** Changes a network's definition. An AppError "conflict" says what stands against it. */
export async function editNetworkDefinition(fleet: Fleet, asker: Asker, wish: Wish): Promise<void> {
  const links = await linksOf(fleet, asker, wish.hostId);
  await withNetwork(fleet, wish, async (connection, net) => {
    const { problems, change } = await prepare(connection, net, { wish, links });
    if (problems.length > 0) {
      throw new AppError("conflict", { userMessage: `${net.name} was not changed. ${problems.join(" ")}` });
    }
    await saveNetworkChange(connection, net, change);
  });
  fleet.refreshNetworks(wish.hostId);
}

async function prepare(
  connection: Connection,
  net: NetworkHandle,
  { wish, links }: { wish: Wish; links: HostLinks },
): Promise<{ problems: string[]; change: NetworkChange }> {
  const { persistent } = await connection.call("network_is_persistent", { net });
  const saved = await readSavedNetwork(connection, net);
  const change = await planNetworkChange(connection, net, { before: saved.xml, to: wish.settings });
  const networks = await loadNetworks(connection);
  const problems = [
    ...(persistent === 0
      ? ["It is transient: libvirt keeps no definition of it that could be changed."]
      : []),
    ...(saved.base === wish.base ? [] : ["Somebody else changed it meanwhile. Open it again to see how."]),
    ...findEditProblems({ name: net.name, now: saved.settings, to: wish.settings }, { ...links, networks }),
  ];
  return { problems, change };
}
