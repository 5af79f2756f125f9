import type { Fleet } from "../fleet/fleet";
import type { NetworkSettings } from "../network/edit/network-settings.schema";
import { readSavedNetwork } from "../network/edit/save-network";
import { lookAt, type NetworkReference } from "../work/network/on-network";

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
