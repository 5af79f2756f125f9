import type { Fleet } from "../../../fleet/fleet";
import { GivenUp } from "../../../job/given-up";
import type { Connection } from "../../../libvirt/connection";
import type { PoolHandle } from "../../../storage/look-up";
import { withPoolOf } from "../../create/folder-pool";
import type { MoveInput } from "../move-input.schema";
import type { Both } from "./copy-file";

/**
 * Works on both hosts of a move, by connections of its own.
 * @throws GivenUp where `signal` ended it.
 */
export async function onBoth(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { vmName, targetHostId }: MoveInput,
  signal: AbortSignal,
  work: (both: Both) => Promise<void>,
): Promise<void> {
  const subject = `VM ${vmName}`;
  try {
    await fleet
      .host(targetHostId)
      .runLong(subject, (there) => fleet.host(hostId).runLong(subject, (here) => work({ here, there })));
  } catch (error) {
    if (signal.aborted) throw new GivenUp(`${vmName} was not migrated, and stays here.`);
    throw error;
  }
}

/** A folder that both hosts have, or are to have, and what the pools of libvirt's are called that reach it for as long as that lasts. */
export interface FolderAlong {
  folder: string;
  poolName: string;
}

/** Works with a folder of both hosts; nothing where the source has none. The target's is made where it is not there. */
export async function withFolders(
  both: Both,
  { folder, poolName }: FolderAlong,
  work: (here: PoolHandle, there: PoolHandle) => Promise<void>,
): Promise<void> {
  await withPoolOf(both.here, { folder, poolName }, async (_, own) => {
    // libvirt sets the mode of a folder that it is asked to make, also of one that is there.
    const onTarget = (make: boolean) =>
      withPoolOf(both.there, { folder, poolName, make }, (__, made) => work(own, made));
    if (!(await onTarget(false))) await onTarget(true);
  });
}

/** Ends the pools that a crash may have left of {@link withFolders}, and works with the target's folder where it is there. */
export async function inTargetFolder(
  both: Both,
  folder: FolderAlong,
  work: (connection: Connection, pool: PoolHandle) => Promise<void>,
): Promise<void> {
  await withPoolOf(both.there, folder, work);
  await withPoolOf(both.here, folder, () => Promise.resolve());
}
