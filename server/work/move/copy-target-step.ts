import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import { createVolume } from "../../storage/volume-acts";
import { newVolumeStep } from "../create/volume-step";
import { unlessArrived } from "./has-arrived";
import type { CopiedDisk, MoveInput } from "./move-input.schema";

/**
 * Makes the file that a running VM's disk is copied into: thin, where libvirt would take its whole size at once. Taken back
 * only while the VM is not there.
 */
export function copyTargetStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  { to, format, capacityBytes }: CopiedDisk,
): StepWork {
  const make = newVolumeStep(fleet, input.targetHostId, to, {
    empty: true,
    create: (connection, _context, announce) =>
      createVolume(
        connection,
        to.pool,
        { name: to.volume, format, capacityBytes, allocateAll: false },
        announce,
      ),
    fill: () => Promise.resolve(),
  });
  return unlessArrived(fleet, hostId, input, make);
}
