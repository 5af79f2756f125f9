import { grantFor } from "../access/can";
import { notThere } from "../access/sight";
import { readyMedia } from "../create/granted/ready-media";
import { readHostOfVms } from "../work/create/read-host-of-vms";
import { currentHostReports } from "../work/host-report/current-host-report";
import type { Context } from "./context";

/**
 * Of a pool of media, who makes VMs by a grant knows what is ready-made alone.
 * @throws AppError "not-found" for all else in it.
 */
export async function refuseUnlessMedium(
  context: Context,
  { hostId, pool, volume }: { hostId: string; pool: string; volume: string },
): Promise<void> {
  if (grantFor(context, hostId) === null) return;
  const { fleet } = context.services;
  const host = await readHostOfVms(context.services, hostId, currentHostReports(fleet, context));
  const content = host.resources.pools.find(({ name }) => name === pool);
  if (content === undefined || !readyMedia(content, host).includes(volume))
    throw notThere({ kind: "volume", hostId, pool, volume });
}
