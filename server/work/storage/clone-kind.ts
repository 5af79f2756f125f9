import * as z from "zod";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import { givenNameSchema } from "../../storage/names.schema";
import type { Copy } from "../../storage/volume-acts";
import { copyWithProgress } from "./copy-with-progress";
import { nameStep, newVolumeSteps } from "./new-volume";
import { makeOwnVolume } from "./own-volume";

export const cloneKindName = "clone-volume";

const cloneInputSchema = z.object({
  fromPool: givenNameSchema,
  from: givenNameSchema,
  toPool: givenNameSchema,
  to: givenNameSchema,
});

/** Copies a volume. */
export function cloneKind(fleet: Fleet): JobKind<typeof cloneKindName> {
  return defineJobKind(cloneKindName, cloneInputSchema, (hostId, copy) =>
    newVolumeSteps(fleet, { hostId, pool: copy.toPool, name: copy.to }, (connection, context) =>
      makeOwnVolume(connection, { pool: copy.toPool, name: copy.to }, context, {
        empty: false,
        create: (announce) => copyWithProgress(fleet.host(hostId), connection, copy, context, announce),
      }),
    ),
  );
}

/**
 * The job's steps, for people.
 * @param backingPath What the source is built on, another volume, and is read as well; null for nothing.
 */
export function cloneSteps(
  { fromPool, from, toPool, to }: Copy,
  backingPath: string | null = null,
): PlannedStep[] {
  const below = backingPath === null ? "" : `, with what it has of ${backingPath}, which it is built on`;
  return [
    nameStep({ pool: toPool, name: to }),
    {
      title: `Copy ${from} to ${to}`,
      effect: `${fromPool}/${from} → ${toPool}/${to}, by libvirt itself${below}`,
      risk: "libvirt can't be interrupted while it copies: a cancel takes hold when it is through.",
      undo: `Delete ${to} from the pool ${toPool}.`,
    },
  ];
}
