import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import { createVolume } from "../../storage/volume-acts";
import { newVolumeStep } from "../create/volume-step";
import type { CopiedDisk, MoveInput } from "./move-input.schema";
import { hasArrived } from "./settle-move";

/**
 * Makes the file that a running VM's disk is copied into: thin, where libvirt would take its whole size at once. Taken back
 * only while the VM is not there.
 */
export function copyTargetStep(fleet: Pick<Fleet, "host">, input: MoveInput, disk: CopiedDisk): StepWork {
  const { targetHostId } = input;
  const { to, format, capacityBytes } = disk;
  return unlessArrived(
    fleet,
    input,
    newVolumeStep(fleet, targetHostId, to, {
      empty: true,
      create: (connection, _context, announce) =>
        createVolume(
          connection,
          to.pool,
          { name: to.volume, format, capacityBytes, allocateAll: false },
          announce,
        ),
      fill: () => Promise.resolve(),
    }),
  );
}

/** Leaves alone what the VM uses on the target by now. */
function unlessArrived(fleet: Pick<Fleet, "host">, input: MoveInput, step: StepWork): StepWork {
  return {
    ...step,
    undo: async (memory) => {
      const target = () => fleet.host(input.targetHostId);
      if (!(await hasArrived(target, input, memory.signal))) await step.undo(memory);
    },
  };
}
