import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import { fileAcrossStep } from "../../across/file-step";
import { folderAcrossStep } from "../../across/folder-step";
import type { Ends } from "../../across/on-both";
import { volumeAcrossStep } from "../../across/volume-step";
import { unlessArrived } from "../has-arrived";
import type { MoveInput } from "../move-input.schema";
import { defineStep } from "./define-step";
import { handOverStep } from "./hand-over-step";
import { stillAsPlanned } from "./still-as-planned";

/**
 * Moves a VM that is off, in the order of `planMove`. All of it is on the target before the source lets go of it: cut off
 * anywhere, one of both has it whole.
 */
export function coldSteps(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput & { cold: NonNullable<MoveInput["cold"]> },
): StepWork[] {
  const { disks, cold, vmId } = input;
  const ends = endsOf(fleet, hostId, input);
  const copies = [
    ...disks.map(({ from, to }) =>
      volumeAcrossStep(
        ends,
        { pool: from.pool, name: from.volume },
        { pool: to.pool, name: to.volume },
        (here) => stillAsPlanned(here, input),
      ),
    ),
    ...cold.files.map(({ folder, name, shared }, number) => {
      const poolName = `passdeck-${vmId}-file-${number}`;
      return fileAcrossStep(ends, { folder, from: name, to: name, shared, poolName });
    }),
    ...(cold.tpmFolder === null
      ? []
      : [
          folderAcrossStep(ends, {
            from: cold.tpmFolder,
            to: cold.tpmFolder,
            poolName: `passdeck-${vmId}-tpm`,
          }),
        ]),
  ];
  return [
    ...copies.map((step) => unlessArrived(fleet, hostId, input, step)),
    defineStep(fleet, hostId, input),
    handOverStep(fleet, hostId, input),
  ];
}

function endsOf(
  fleet: Pick<Fleet, "host">,
  from: string,
  { targetHostId: to, vmName, options: { bandwidthMiB } }: MoveInput,
): Ends {
  const givenUp = `${vmName} was not migrated, and stays here.`;
  return { fleet, from, to, vmName, givenUp, bandwidthMiB };
}
