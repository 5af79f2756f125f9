import { setTimeout as delay } from "node:timers/promises";
import type { Connection } from "../../libvirt/connection";
import { domainJobType, errorNumber } from "../../libvirt/protocol/constants.gen";
import { whereaboutsOn } from "../../move/whereabouts";
import { orNull } from "../../storage/look-up";
import { presentSoon } from "../present-soon";
import type { MoveInput } from "./move-input.schema";

const lookMs = 250;

/**
 * Waits until libvirt has nothing under way with a VM that a connection which has ended since asked for. It gives a migration up
 * by itself once it has noticed that nobody drives it any more.
 */
export async function untilIdle(
  connection: Pick<Connection, "call">,
  { vmId }: Pick<MoveInput, "vmId">,
  signal: AbortSignal,
): Promise<void> {
  const isBusy = async () => {
    const { presence, dom } = await whereaboutsOn(connection, vmId, "source");
    // What has handed over is busy until the other has all, and is waited for with that.
    if (dom === null || presence === "handed-over") return false;
    // Refused of one that has just gone off.
    const job = await orNull(
      connection.call("domain_get_job_stats", { dom, flags: 0 }),
      errorNumber.OPERATION_INVALID,
    );
    return job?.type === domainJobType.BOUNDED || job?.type === domainJobType.UNBOUNDED;
  };
  // Asked for just before a crash, it may begin only now.
  await presentSoon(async () => ((await isBusy()) ? true : null));
  while (!signal.aborted && (await isBusy()))
    await delay(lookMs, undefined, { signal }).catch(() => undefined);
}
