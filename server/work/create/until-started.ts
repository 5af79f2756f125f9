import { setTimeout as delay } from "node:timers/promises";
import type { DomainHandle } from "../../domain/lifecycle";
import type { Connection } from "../../libvirt/connection";
import { domainPausedReason, domainState } from "../../libvirt/protocol/constants.gen";

const lookMs = 100;

/** Waits while libvirt is starting a VM; what came of that is to be looked at then. */
export async function untilStarted(
  connection: Connection,
  dom: DomainHandle,
  signal: AbortSignal,
): Promise<void> {
  while (!signal.aborted) {
    const { state, reason } = await connection.call("domain_get_state", { dom, flags: 0 });
    if (state !== domainState.PAUSED || reason !== domainPausedReason.STARTING_UP) return;
    await delay(lookMs, undefined, { signal }).catch(() => undefined);
  }
}
