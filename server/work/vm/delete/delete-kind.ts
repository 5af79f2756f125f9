import type { Shares } from "../../../access/shares";
import { AppError } from "../../../errors";
import { defineJobKind, type JobKind, type StepWork } from "../../../job/job-kind";
import { deleteVolumeStep, type VolumeRooms } from "../../volume/delete-step";
import { type DeleteInput, deleteInputSchema } from "./delete-input.schema";
import { undefineStep, type VmRooms } from "./undefine-step";

/** What else remembers a VM, and forgets it with its definition. */
interface Remembering extends VmRooms {
  shares: Pick<Shares, "forget">;
}

/** The job that deletes a VM, in the order of `planDelete`. */
export function deleteVmKind(rooms: Remembering & VolumeRooms): JobKind<"delete-vm"> {
  return defineJobKind("delete-vm", deleteInputSchema, (hostId, input) => [
    undefineStep(rooms, hostId, input),
    ...input.volumes.map(({ pool, volume }) =>
      deleteVolumeStep(rooms, { hostId, pool, name: volume, exceptVm: input.vmId }),
    ),
    forgetStep(rooms, hostId, input),
  ]);
}

/** Deletes the versions that Passdeck keeps of the definition, and with whom the VM was shared. */
function forgetStep(
  { definitions, shares }: Pick<Remembering, "definitions" | "shares">,
  hostId: string,
  { vmId, vmName }: DeleteInput,
): StepWork {
  const vm = { hostId, vmId };
  return {
    run: async ({ remember }) => {
      remember("began");
      definitions.versions.forget(vm);
      shares.forget(vm);
    },
    verify: async () => undefined,
    undo: async ({ note }) => {
      if (note === null) return;
      throw new AppError("conflict", {
        userMessage: `The earlier versions of the definition of ${vmName} can’t be brought back.`,
      });
    },
  };
}
