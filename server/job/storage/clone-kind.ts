import { setTimeout as delay } from "node:timers/promises";
import * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { allocationOf, type Copy, copyVolume } from "../../storage/volume-acts";
import { defineJobKind, type JobKind, type StepContext } from "../job-kind";
import { nameStep, newVolumeSteps } from "./new-volume";

export const cloneKindName = "clone-volume";

const cloneInputSchema = z.object({
  fromPool: givenNameSchema,
  from: givenNameSchema,
  toPool: givenNameSchema,
  to: givenNameSchema,
});

const lookMs = 500;

/** Copies a volume. */
export function cloneKind(fleet: Fleet): JobKind {
  return defineJobKind(cloneKindName, cloneInputSchema, (hostId, copy) =>
    newVolumeSteps(fleet, { hostId, pool: copy.toPool, name: copy.to }, async (connection, context) => {
      const done = new AbortController();
      const watching = fleet
        .host(hostId)
        .run(`Volume ${copy.to}`, (own) => tellProgress(own, copy, context, done.signal))
        // Without figures the copy is none the worse.
        .catch(() => undefined);
      try {
        await copyVolume(connection, copy);
      } finally {
        done.abort();
        await watching;
      }
    }),
  );
}

/** Looks how far the copy has grown, until `done`: libvirt itself tells nothing while it copies. */
async function tellProgress(
  connection: Connection,
  { fromPool, from, toPool, to }: Copy,
  context: StepContext,
  done: AbortSignal,
): Promise<void> {
  const total = await allocationOf(connection, fromPool, from);
  while (!done.aborted) {
    const bytes = await allocationOf(connection, toPool, to);
    if (bytes !== null) context.progress(total === null ? bytes : Math.min(bytes, total), total);
    await delay(lookMs, undefined, { signal: done }).catch(() => undefined);
  }
}

/** The job's steps, for people. */
export function cloneSteps({ fromPool, from, toPool, to }: Copy): PlannedStep[] {
  return [
    nameStep({ pool: toPool, name: to }),
    {
      title: `Copy ${from} to ${to}`,
      effect: `${fromPool}/${from} → ${toPool}/${to}, by libvirt itself`,
      risk: "libvirt can't be interrupted while it copies: a cancel takes hold when it is through.",
      undo: `Delete ${to} from the pool ${toPool}.`,
    },
  ];
}
