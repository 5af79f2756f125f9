import type { CloneVariables } from "../../create/clone-variables";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { findVolume, type PoolHandle } from "../../storage/look-up";
import { copyVolume, deleteVolumeIfThere } from "../../storage/volume-acts";
import { withPoolOf } from "./folder-pool";

/**
 * Copies what the firmware of a VM keeps for its clone: without its boot entries a guest may not be found. An original
 * that never ran has no such file, and neither needs its clone one.
 * @param poolName A name for the pool that makes the files' folder one of libvirt's, for as long as the copy lasts.
 */
export function variablesStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  variables: CloneVariables,
  poolName: string,
): StepWork {
  const { folder, from, to } = variables;
  const inFolder = (work: (connection: Connection, pool: PoolHandle) => Promise<void>) =>
    fleet
      .host(hostId)
      .runLong(`Firmware variables ${to}`, (connection) =>
        withPoolOf(connection, { folder, poolName }, work),
      );
  // Without the folder no VM of the host has such files.
  let foreign = false;
  return {
    run: async ({ resumed }) => {
      await inFolder(async (connection, pool) => {
        if (resumed) await deleteVolumeIfThere(connection, pool.name, to);
        foreign = (await findVolume(connection, pool, to)) !== null;
        if (foreign) throw leftBehind(`${folder}/${to}`);
        if ((await findVolume(connection, pool, from)) === null) return;
        await copyVolume(connection, { fromPool: pool.name, from, toPool: pool.name, to });
      });
    },
    verify: () => Promise.resolve(),
    undo: async () => {
      if (foreign) return;
      await inFolder((connection, pool) => deleteVolumeIfThere(connection, pool.name, to));
    },
  };
}

function leftBehind(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `${path} already exists on the host: another VM with this name uses it or left it behind. Delete it on the host, or choose another name.`,
  });
}
