import { onVm } from "../../access/objects-of";
import type { Shares } from "../../access/shares";
import type { StepWork } from "../../job/job-kind";
import type { PlannedStep } from "../../plan.schema";
import type { CreateInput, NewOwner } from "./create-input.schema";

/** What the steps reach that say whose a VM is. */
export interface OwnerRooms {
  shares: Pick<Shares, "set" | "forget">;
}

/**
 * Makes the new VM somebody's. It is done before libvirt knows the VM, so that it is nobody else's at no time; by its UUID,
 * which is the job's own.
 */
export function ownerStep(
  { shares }: OwnerRooms,
  hostId: string,
  { vmId, owner }: Pick<CreateInput, "vmId"> & { owner: NewOwner },
): StepWork {
  const vm = { hostId, vmId };
  return {
    run: async () => shares.set(onVm(vm), owner.subject, "owner"),
    // An administrator may have given it to somebody else already.
    verify: () => Promise.resolve(),
    undo: async () => shares.forget(vm),
  };
}

/** What is shown of {@link ownerStep}. */
export function ownerWords({ name, subject }: NewOwner): PlannedStep {
  return {
    title: `Make ${name} its owner`,
    effect: `The VM is shared with the ${subject.kind} ${name} as owner, before it is there.`,
    risk: null,
    undo: "The VM is shared with nobody.",
  };
}
