import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import type { Connection } from "../../../libvirt/connection";
import { type PoolHandle, volumesIn } from "../../../storage/look-up";
import { persevering } from "../../persevering";
import { deleteWhenWhole } from "../../storage/until-whole";
import { unlessArrived } from "../has-arrived";
import type { MoveInput } from "../move-input.schema";
import { copyOwnFile } from "./copy-file";
import { inTargetFolder, onBoth, withFolders } from "./on-both";

/** Copies what the VM's TPM keeps. The folder is called by the VM's UUID, so that all in it is the VM's. */
export function tpmStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  folder: string,
): StepWork {
  const place = { folder, poolName: `passdeck-${input.vmId}-tpm` };
  const clear = async (there: Connection, pool: PoolHandle, signal: AbortSignal) => {
    for (const vol of await volumesIn(there, pool)) await deleteWhenWhole(there, vol, signal);
  };
  return unlessArrived(
    fleet,
    hostId,
    input,
    persevering(() => fleet.host(input.targetHostId), {
      run: (context) =>
        onBoth(fleet, hostId, input, context.signal, (both) =>
          withFolders(both, place, async (own, made) => {
            await clear(both.there, made, context.signal);
            for (const vol of await volumesIn(both.here, own)) {
              // Each is cleared away by itself.
              context.remember(null);
              await copyOwnFile(both, vol, { pool: made.name, name: vol.name }, context, input.options);
            }
          }),
        ),
      verify: () => Promise.resolve(),
      undo: ({ signal }) =>
        onBoth(fleet, hostId, input, signal, (both) =>
          inTargetFolder(both, place, (there, pool) => clear(there, pool, signal)),
        ),
    }),
  );
}
