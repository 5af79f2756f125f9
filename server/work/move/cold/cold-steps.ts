import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import type { MoveInput } from "../move-input.schema";
import { defineStep } from "./define-step";
import { diskStep } from "./disk-step";
import { fileStep } from "./file-step";
import { handOverStep } from "./hand-over-step";
import { tpmStep } from "./tpm-step";

/**
 * Moves a VM that is off, in the order of `planMove`. All of it is on the target before the source lets go of it: cut off
 * anywhere, one of both has it whole.
 */
export function coldSteps(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput & { cold: NonNullable<MoveInput["cold"]> },
): StepWork[] {
  const { disks, cold } = input;
  return [
    ...disks.map((disk) => diskStep(fleet, hostId, input, disk)),
    ...cold.files.map((file, number) => fileStep(fleet, hostId, input, file, number)),
    ...(cold.tpmFolder === null ? [] : [tpmStep(fleet, hostId, input, cold.tpmFolder)]),
    defineStep(fleet, hostId, input),
    handOverStep(fleet, hostId, input),
  ];
}
