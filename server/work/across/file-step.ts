import { AppError } from "../../errors";
import type { StepWork } from "../../job/job-kind";
import { readFileFacts } from "../../storage/file-facts";
import { findVolume, type VolumeHandle } from "../../storage/look-up";
import { persevering } from "../persevering";
import { removeOwnVolume } from "../storage/own-volume";
import { copyOwnFile } from "./copy-file";
import { type Both, type Ends, inTargetFolder, onBoth, withFolders } from "./on-both";

/** A file that a VM needs in a folder of another host that is called the same. */
export interface FileToCopy {
  folder: string;
  from: string;
  /** What it is called there. */
  to: string;
  /** Another VM may use it as well, so that one that is there already does. */
  shared: boolean;
  /** A name for the pool that makes the folder one of libvirt's, for as long as the copy lasts. */
  poolName: string;
}

/** Copies a file. One that the source does not have, as the UEFI variables of a VM that never ran, is not needed. */
export function fileAcrossStep(ends: Ends, { folder, from, to, shared, poolName }: FileToCopy): StepWork {
  const folders = { from: folder, to: folder, poolName };
  return persevering(() => ends.fleet.host(ends.to), {
    run: (context) =>
      onBoth(ends, context.signal, (both) =>
        withFolders(both, folders, async (own, there) => {
          const copy = { pool: there.name, name: to };
          await removeOwnVolume(both.there, copy, context);
          const vol = await findVolume(both.here, own, from);
          if (vol === null) return;
          const present = await findVolume(both.there, there, to);
          if (present === null) await copyOwnFile(both, vol, copy, context, ends);
          else if (!shared || !(await isAlike(both, vol, present))) throw leftBehind(`${folder}/${to}`);
        }),
      ),
    verify: () => Promise.resolve(),
    undo: (memory) =>
      onBoth(ends, memory.signal, (both) =>
        inTargetFolder(both, folders, (there, pool) =>
          removeOwnVolume(there, { pool: pool.name, name: to }, memory),
        ),
      ),
  });
}

/** A file of the same name and another size is another one. */
async function isAlike({ here, there }: Both, vol: VolumeHandle, present: VolumeHandle): Promise<boolean> {
  const [own, theirs] = await Promise.all([readFileFacts(here, vol), readFileFacts(there, present)]);
  return own.sizeBytes === theirs.sizeBytes;
}

function leftBehind(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `${path} is on the target already: another VM uses it or left it behind, and it is not known to be the same. Look at it, and delete or rename it there.`,
  });
}
