import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { type PoolHandle, volumesIn } from "../../storage/look-up";
import { persevering } from "../persevering";
import { deleteWhenWhole } from "../storage/until-whole";
import { copyOwnFile } from "./copy-file";
import { type Ends, type Folders, inTargetFolder, onBoth, withFolders } from "./on-both";

/** Copies all files of a folder into one that is the VM's alone, as what its TPM keeps. */
export function folderAcrossStep(ends: Ends, folders: Folders): StepWork {
  return persevering(() => ends.fleet.host(ends.to), {
    run: (context) =>
      onBoth(ends, context.signal, (both) =>
        withFolders(both, folders, async (own, made) => {
          await clear(both.there, made, context.signal);
          for (const vol of await volumesIn(both.here, own)) {
            // What an earlier one noted: all are cleared away alike.
            context.remember(null);
            await copyOwnFile(both, vol, { pool: made.name, name: vol.name }, context, ends);
          }
        }),
      ),
    verify: () => Promise.resolve(),
    undo: ({ signal }) =>
      onBoth(ends, signal, (both) =>
        inTargetFolder(both, folders, (there, pool) => clear(there, pool, signal)),
      ),
  });
}

async function clear(connection: Connection, pool: PoolHandle, signal: AbortSignal): Promise<void> {
  for (const vol of await volumesIn(connection, pool)) await deleteWhenWhole(connection, vol, signal);
}
