import { readSavedDefinition } from "../../../domain/edit-definition";
import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import { coldDefinition } from "../../../move/cold-definition";
import { defineOwnDomain, removeOwnDomain } from "../../create/own-domain";
import { persevering } from "../../persevering";
import { unlessArrived } from "../has-arrived";
import type { MoveInput } from "../move-input.schema";
import { lookAt } from "../settle-move";
import { stillAsPlanned } from "./still-as-planned";

/** Has the target know the VM, with its passwords, which are written down nowhere else. */
export function defineStep(fleet: Pick<Fleet, "host">, hostId: string, input: MoveInput): StepWork {
  const { vmId, vmName: name, disks, cold } = input;
  const target = () => fleet.host(input.targetHostId);
  const readDefinition = () =>
    fleet.host(hostId).run(`VM ${name}`, async (here) => {
      const xml = await readSavedDefinition(here, await stillAsPlanned(here, input));
      const copied = disks.map(({ target: disk, to }) => ({ target: disk, path: to.path }));
      return coldDefinition(xml, copied, cold?.functions ?? []);
    });
  return unlessArrived(
    fleet,
    hostId,
    input,
    persevering(target, {
      run: (context) =>
        target().run(`VM ${name}`, (there) =>
          defineOwnDomain(there, { name, vmId }, context, readDefinition),
        ),
      verify: async () => {
        const { presence } = await lookAt(target(), input, "target");
        if (presence === "absent") throw deletedThere(input);
      },
      undo: (memory) => target().run(`VM ${name}`, (there) => removeOwnDomain(there, vmId, memory)),
    }),
  );
}

function deletedThere({ vmName, targetName }: MoveInput): AppError {
  return new AppError("conflict", { userMessage: `${vmName} was deleted on ${targetName} in the meantime.` });
}
