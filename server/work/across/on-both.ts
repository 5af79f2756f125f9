import type { Fleet } from "../../fleet/fleet";
import { GivenUp } from "../../job/given-up";
import type { Connection } from "../../libvirt/connection";
import type { PoolHandle } from "../../storage/look-up";
import { withPoolOf } from "../create/folder-pool";

/** Two hosts, and what something is copied from one to the other for. */
export interface Ends {
  fleet: Pick<Fleet, "host">;
  /** The id of the host that it is on. */
  from: string;
  to: string;
  vmName: string;
  /** What is told where somebody gives it up, a sentence. */
  givenUp: string;
  bandwidthMiB: number | null;
}

/** Both hosts, by connections that serve nothing else meanwhile. */
export interface Both {
  here: Connection;
  there: Connection;
}

/**
 * Works on both hosts, by connections of its own.
 * @throws GivenUp where `signal` ended it.
 */
export async function onBoth(
  { fleet, from, to, vmName, givenUp }: Ends,
  signal: AbortSignal,
  work: (both: Both) => Promise<void>,
): Promise<void> {
  const subject = `VM ${vmName}`;
  try {
    await fleet
      .host(to)
      .runLong(subject, (there) => fleet.host(from).runLong(subject, (here) => work({ here, there })));
  } catch (error) {
    if (signal.aborted) throw new GivenUp(givenUp);
    throw error;
  }
}

/** A folder of each host, and what the pools of libvirt's are called that reach it for as long as that lasts. */
export interface Folders {
  from: string;
  to: string;
  poolName: string;
}

/** Works with a folder of both hosts; nothing where the source has none. The target's is made where it is not there. */
export async function withFolders(
  both: Both,
  { from, to, poolName }: Folders,
  work: (here: PoolHandle, there: PoolHandle) => Promise<void>,
): Promise<void> {
  await withPoolOf(both.here, { folder: from, poolName }, async (_, own) => {
    // libvirt sets the mode of a folder that it is asked to make, also of one that is there.
    const onTarget = (make: boolean) =>
      withPoolOf(both.there, { folder: to, poolName, make }, (__, made) => work(own, made));
    if (!(await onTarget(false))) await onTarget(true);
  });
}

/** Ends the pools that a crash may have left of {@link withFolders}, and works with the target's folder where it is there. */
export async function inTargetFolder(
  both: Both,
  { from, to, poolName }: Folders,
  work: (connection: Connection, pool: PoolHandle) => Promise<void>,
): Promise<void> {
  await withPoolOf(both.there, { folder: to, poolName }, work);
  await withPoolOf(both.here, { folder: from, poolName }, () => Promise.resolve());
}
