import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import { deleteVolumeStep, type VolumeRooms } from "../volume/delete-step";
import { coldSteps } from "./cold/cold-steps";
import { copyTargetStep } from "./copy-target-step";
import { leavingBehind } from "./leaving-behind";
import { type LiveRooms, liveStep } from "./live-step";
import { type MoveInput, moveInputSchema } from "./move-input.schema";
import { type RecordRooms, recordsStep } from "./records-step";

export interface MoveRooms extends LiveRooms, RecordRooms, VolumeRooms {
  fleet: LiveRooms["fleet"];
}

export const moveKindName = "move-vm";

/** The job that moves a VM to another host, in the order of `planMove`. */
export function moveKind(rooms: MoveRooms): JobKind<typeof moveKindName> {
  return defineJobKind(moveKindName, moveInputSchema, (hostId, input) => [
    ...(input.cold === null
      ? [
          ...input.disks.map((disk) => copyTargetStep(rooms.fleet, hostId, input, disk)),
          liveStep(rooms, hostId, input),
        ]
      : coldSteps(rooms.fleet, hostId, { ...input, cold: input.cold })),
    recordsStep(rooms, hostId, input),
    ...(input.options.keepDisks ? [] : input.disks.map((disk) => leftDisk(rooms, hostId, input, disk))),
  ]);
}

/** Deletes the disk on the source, whose content is on the target now. */
function leftDisk(
  rooms: MoveRooms,
  hostId: string,
  { vmId }: MoveInput,
  { from }: MoveInput["disks"][number],
): StepWork {
  return leavingBehind(
    `The volume ${from.volume} of the pool ${from.pool}`,
    deleteVolumeStep(rooms, { hostId, pool: from.pool, name: from.volume, exceptVm: vmId }),
  );
}
