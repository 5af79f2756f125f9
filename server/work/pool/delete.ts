import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { withFingerprint } from "../../plan-fingerprint";
import { agreement, definePlannedAct } from "../planned-act";
import { poolReference } from "../references.schema";
import { stopStep } from "../switch/stop-step";
import { undefineStep } from "../switch/undefine-step";
import { refuseFor, whyNotDelete } from "./pool-users";
import { foundPool, jobPoolSchema, type PoolRooms, switchablePool } from "./pool-work";
import { stopWords } from "./stop";

const kind = "delete-pool";

const input = poolReference.extend({ withContents: z.literal(false) });
/** As it was when the plan was made. */
const jobInputSchema = jobPoolSchema.extend({ active: z.boolean(), persistent: z.boolean() });

/**
 * Has libvirt forget a pool that no VM's definition names. What is in it stays: deleting contents is done volume by
 * volume, each refused where a VM uses it.
 */
export const deleteStoragePool = definePlannedAct({
  names: { plan: "storage.planDeletePool", run: "storage.deletePool" },
  title: "Delete a storage pool",
  input,
  agreed: input.extend(agreement),
  objects: onPool,
  async plan({ services: { fleet } }, { hostId, pool }) {
    const jobInput = await foundPool(fleet, hostId, pool);
    const refusal = whyNotDelete(fleet, hostId, pool);
    const { active, persistent } = jobInput;
    const all = [...(active ? [stopWords(jobInput)] : []), ...(persistent ? [undefineWords(pool)] : [])];
    const steps = refusal === null ? all : [];
    const plan = { kind, title: `Delete ${pool}`, steps, warnings: [], refusal };
    return { plan: withFingerprint(plan, jobInput), jobInput };
  },
});

/** The job that deletes a pool. One that was never defined for good is gone once it is stopped. */
export function deletePoolKind(rooms: PoolRooms): JobKind<typeof kind> {
  return defineJobKind(kind, jobInputSchema, (hostId, { active, persistent, ...pool }) => {
    const thing = switchablePool(rooms, hostId, pool);
    const refuse = async () => refuseFor(whyNotDelete(rooms.fleet, hostId, pool.pool));
    return [
      ...(active ? [stopStep(thing, refuse)] : []),
      ...(persistent ? [undefineStep(thing, refuse)] : []),
    ];
  });
}

function undefineWords(pool: string): PlannedStep {
  return {
    title: `Delete the definition of the pool ${pool}`,
    effect: `virsh pool-undefine ${pool}\nWhat is in the pool stays where it is.`,
    risk: "Once this is done, the pool can only be had again by making it anew.",
    undo: "virsh pool-define POOL.xml, with the definition that it has now",
  };
}
