import { onPool, onVm } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { poolReference } from "../references.schema";
import { stopStep } from "../switch/stop-step";
import { refuseFor, vmsOnPool, whyNotStop } from "./pool-users";
import { type FoundPool, foundPool, jobPoolSchema, type PoolRooms, switchablePool } from "./pool-work";

const kind = "stop-pool";

/** Stops a pool that no running VM has disks of. */
export const stopStoragePool = definePlannedAct({
  names: { plan: "storage.planStopPool", run: "storage.stopPool" },
  title: "Stop a storage pool",
  input: poolReference,
  agreed: poolReference.extend(agreement),
  objects: onPool,
  async plan({ services: { fleet } }, { hostId, pool }) {
    const found = await foundPool(fleet, hostId, pool);
    const refusal = found.active ? whyNotStop(fleet, hostId, pool) : `The pool ${pool} is stopped already.`;
    const steps = refusal === null ? [stopWords(found)] : [];
    const jobInput = { pool, uuid: found.uuid };
    const plan = withFingerprint({ kind, title: `Stop ${pool}`, steps, warnings: [], refusal }, jobInput);
    // None of them is started meanwhile.
    const users = vmsOnPool(fleet, hostId, pool).map(({ vmId }) => onVm({ hostId, vmId }));
    return { plan, jobInput, inHand: [onPool({ hostId, pool }), ...users] };
  },
});

/** The job that stops a pool. */
export function stopPoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, jobPoolSchema, (hostId, input) => [
    stopStep(switchablePool(rooms, hostId, input), async () =>
      refuseFor(whyNotStop(rooms.fleet, hostId, input.pool)),
    ),
  ]);
}

/** What is shown of a pool's being stopped. */
export function stopWords({ pool, persistent }: Pick<FoundPool, "pool" | "persistent">): PlannedStep {
  return {
    title: `Stop the pool ${pool}`,
    effect: `virsh pool-destroy ${pool}\nIts volumes can't be used until it is started again. Their content stays.`,
    risk: persistent ? null : "It is transient: its definition is lost when it is stopped.",
    undo: persistent
      ? `virsh pool-start ${pool}`
      : "virsh pool-create POOL.xml, with the definition that it has now",
  };
}
