import { type CloneTpm, tpmFolder } from "../../create/clone-tpm";
import type { Fleet } from "../../fleet/fleet";
import { defineJobKind, type JobKind, type StepWork } from "../../job/job-kind";
import { fileAcrossStep } from "../across/file-step";
import { folderAcrossStep } from "../across/folder-step";
import type { Ends } from "../across/on-both";
import { answersStep } from "./answers-step";
import { type CreateInput, createInputSchema } from "./create-input.schema";
import { type CreateRooms, defineStep, startStep } from "./domain-steps";
import { farEnds, farVolumeStep } from "./far-steps";
import { installerSteps } from "./installer-steps";
import type { KeptAnswers } from "./kept-answers";
import { type OwnerRooms, ownerStep } from "./owner-step";
import { seedStep } from "./seed-step";
import { tpmStep } from "./tpm-step";
import { variablesStep } from "./variables-step";
import { volumeStep } from "./volume-step";

interface CreateKindRooms extends CreateRooms, OwnerRooms {
  answers: KeptAnswers;
}

/** Makes a VM: its volumes, its seed, its definition, and starts it. A step that fails has all before it removed. */
export function createKind(rooms: CreateKindRooms): JobKind<"create-vm"> {
  return defineJobKind("create-vm", createInputSchema, (hostId, input) => createSteps(rooms, hostId, input));
}

/** In the order of `plannedSteps`. */
function createSteps(rooms: CreateKindRooms, hostId: string, input: CreateInput): StepWork[] {
  const { fleet } = rooms;
  const far = farEnds(fleet, hostId, input);
  return [
    ...input.volumes.map((volume) =>
      far !== null && volume.copyOf !== null
        ? farVolumeStep(far, input, volume.copyOf, volume)
        : volumeStep(fleet, hostId, volume),
    ),
    ...(input.seed === null ? [] : [seedStep(fleet, hostId, input.seed)]),
    ...(input.answers === null ? [] : [answersStep(rooms, hostId, input.answers)]),
    ...(input.installation === null ? [] : installerSteps(rooms, hostId, input.installation)),
    ...variablesSteps(fleet, hostId, input, far),
    ...(input.owner === null ? [] : [ownerStep(rooms, hostId, { ...input, owner: input.owner })]),
    defineStep(rooms, hostId, input),
    ...(input.tpm === null ? [] : [tpmStepOf(fleet, hostId, { ...input, tpm: input.tpm }, far)]),
    ...(input.start ? [startStep(fleet, hostId, input)] : []),
  ];
}

function variablesSteps(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { variables, vmId }: CreateInput,
  far: Ends | null,
): StepWork[] {
  if (variables === null) return [];
  const poolName = `passdeck-${vmId}`;
  return far === null
    ? [variablesStep(fleet, hostId, variables, poolName)]
    : [fileAcrossStep(far, { ...variables, shared: false, poolName })];
}

function tpmStepOf(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { tpm, vmId }: Pick<CreateInput, "vmId"> & { tpm: CloneTpm },
  far: Ends | null,
): StepWork {
  if (far === null) return tpmStep(fleet, hostId, tpm, vmId);
  const poolName = `passdeck-${vmId}-tpm`;
  return folderAcrossStep(far, { from: tpmFolder(tpm.original, tpm), to: tpmFolder(vmId, tpm), poolName });
}
