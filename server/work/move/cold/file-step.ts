import { AppError } from "../../../errors";
import type { Fleet } from "../../../fleet/fleet";
import type { StepWork } from "../../../job/job-kind";
import type { FileAlong } from "../../../move/files-along";
import { readFileFacts } from "../../../storage/file-facts";
import { findVolume, type VolumeHandle } from "../../../storage/look-up";
import { persevering } from "../../persevering";
import { removeOwnVolume } from "../../storage/own-volume";
import { unlessArrived } from "../has-arrived";
import type { MoveInput } from "../move-input.schema";
import { type Both, copyOwnFile } from "./copy-file";
import { inTargetFolder, onBoth, withFolders } from "./on-both";

/**
 * Copies a file that the VM needs to the same path of the target. One that the source does not have, as the UEFI variables of
 * a VM that never ran, is not needed.
 * @param number Of the file among those of the move.
 */
export function fileStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  input: MoveInput,
  { what, folder, name, shared }: FileAlong,
  number: number,
): StepWork {
  const place = { folder, poolName: `passdeck-${input.vmId}-file-${number}` };
  return unlessArrived(
    fleet,
    hostId,
    input,
    persevering(() => fleet.host(input.targetHostId), {
      run: (context) =>
        onBoth(fleet, hostId, input, context.signal, (both) =>
          withFolders(both, place, async (own, there) => {
            const copy = { pool: there.name, name };
            await removeOwnVolume(both.there, copy, context);
            const vol = await findVolume(both.here, own, name);
            if (vol === null) return;
            const present = await findVolume(both.there, there, name);
            if (present === null) await copyOwnFile(both, vol, copy, context, input.options);
            else if (!shared || !(await isAlike(both, vol, present)))
              throw leftBehind(what, `${folder}/${name}`, input.targetName);
          }),
        ),
      verify: () => Promise.resolve(),
      undo: (memory) =>
        onBoth(fleet, hostId, input, memory.signal, (both) =>
          inTargetFolder(both, place, (there, pool) =>
            removeOwnVolume(there, { pool: pool.name, name }, memory),
          ),
        ),
    }),
  );
}

/** A file of the same name and another size is another one. */
async function isAlike({ here, there }: Both, vol: VolumeHandle, present: VolumeHandle): Promise<boolean> {
  const [own, theirs] = await Promise.all([readFileFacts(here, vol), readFileFacts(there, present)]);
  return own.sizeBytes === theirs.sizeBytes;
}

function leftBehind(what: string, path: string, targetName: string): AppError {
  return new AppError("conflict", {
    userMessage: `${targetName} has ${path} already (${what}): another VM uses it or left it behind, and it is not known to be the same. Look at it, and delete or rename it there.`,
  });
}
