import { grantFor } from "../../access/can";
import { notThere } from "../../access/sight";
import { readyMedia } from "../../create/granted/ready-media";
import type { ActContext } from "../act-context";
import { readHostOfVms } from "./read-host-of-vms";

/**
 * Of a pool of media, who makes VMs by a grant knows what is ready-made alone.
 * @throws AppError "not-found" for all else in it.
 */
export async function refuseUnlessMedium(
  context: ActContext,
  { hostId, pool, volume }: { hostId: string; pool: string; volume: string },
): Promise<void> {
  if (grantFor(context, hostId) === null) return;
  const host = await readHostOfVms(context.services, hostId, context.readReport);
  const content = host.resources.pools.find(({ name }) => name === pool);
  if (content === undefined || !readyMedia(content, host).includes(volume))
    throw notThere({ kind: "volume", hostId, pool, volume });
}
