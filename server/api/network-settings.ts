import type { Fleet } from "../fleet/fleet";
import { readSavedNetwork } from "../network/edit/save-network";
import type { SavedSettings } from "../network/edit/saved-settings.schema";
import { lookAt, type NetworkReference } from "../work/network/on-network";

/** What can be changed of a network, as it is saved, and what stands for that. */
export function networkSettings(fleet: Fleet, reference: NetworkReference): Promise<SavedSettings> {
  return lookAt(fleet, reference, async (connection, net) => {
    const { settings, base } = await readSavedNetwork(connection, net);
    return { settings, base };
  });
}
