import type { CloneVariables } from "../../create/clone-variables";
import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { findVolume, type PoolHandle } from "../../storage/look-up";
import { copyVolume } from "../../storage/volume-acts";
import { persevering } from "../persevering";
import { makeOwnVolume, removeOwnVolume } from "../storage/own-volume";
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
  return persevering(() => fleet.host(hostId), {
    run: async (context) => {
      // Without the folder no VM of the host has such files.
      await inFolder(async (connection, pool) => {
        const place = { pool: pool.name, name: to };
        await removeOwnVolume(connection, place, context);
        if ((await findVolume(connection, pool, to)) !== null) throw leftBehind(`${folder}/${to}`);
        if ((await findVolume(connection, pool, from)) === null) return;
        const copy = { fromPool: pool.name, from, toPool: pool.name, to, readAs: "raw" as const };
        await makeOwnVolume(connection, place, context, {
          empty: false,
          create: (announce) => copyVolume(connection, copy, announce),
        });
      });
    },
    verify: () => Promise.resolve(),
    undo: async (memory) => {
      await inFolder((connection, pool) =>
        removeOwnVolume(connection, { pool: pool.name, name: to }, memory),
      );
    },
  });
}

function leftBehind(path: string): AppError {
  return new AppError("conflict", {
    userMessage: `${path} already exists on the host: another VM with this name uses it or left it behind. Delete it on the host, or choose another name.`,
  });
}
