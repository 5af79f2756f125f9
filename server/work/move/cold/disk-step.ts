import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import { existingVolume } from "../../../storage/look-up";
import { persevering } from "../../persevering";
import { removeOwnVolume } from "../../storage/own-volume";
import { unlessArrived } from "../has-arrived";
import type { CopiedDisk, MoveInput } from "../move-input.schema";
import { copyOwnFile } from "./copy-file";
import { onBoth } from "./on-both";
import { stillAsPlanned } from "./still-as-planned";

/** Copies the file of a disk of a VM that is off. */
export function diskStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  { from, to }: CopiedDisk,
): StepWork {
  const target = () => fleet.host(input.targetHostId);
  const place = { pool: to.pool, name: to.volume };
  return unlessArrived(
    fleet,
    hostId,
    input,
    persevering(target, {
      run: (context) =>
        onBoth(fleet, hostId, input, context.signal, async (both) => {
          const vol = await existingVolume(both.here, from.pool, from.volume);
          await copyOwnFile(both, vol, place, context, input.options);
          await stillAsPlanned(both.here, input);
        }),
      verify: () =>
        target().run(`VM ${input.vmName}`, async (there) => {
          await existingVolume(there, to.pool, to.volume);
        }),
      undo: (memory) =>
        target().runLong(`VM ${input.vmName}`, (there) => removeOwnVolume(there, place, memory)),
    }),
  );
}
