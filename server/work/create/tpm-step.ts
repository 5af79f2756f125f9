import { type CloneTpm, tpmFolder } from "../../create/clone-tpm";
import type { Fleet } from "../../fleet/fleet";
import type { StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { type PoolHandle, volumesIn } from "../../storage/look-up";
import { copyVolume } from "../../storage/volume-acts";
import { persevering } from "../persevering";
import { deleteWhenWhole } from "../storage/until-whole";
import { withPoolOf } from "./folder-pool";

/**
 * Copies what the TPM of a VM keeps for its clone, so that what is sealed to it opens there as well. It comes after the
 * definition, with which libvirt takes the whole folder away; libvirt itself gives the files to swtpm's user at the start.
 * @param vmId The clone's UUID.
 */
export function tpmStep(fleet: Pick<Fleet, "host">, hostId: string, tpm: CloneTpm, vmId: string): StepWork {
  const [from, to] = [tpmFolder(tpm.original, tpm), tpmFolder(vmId, tpm)];
  const names = { from: `passdeck-${vmId}-tpm-of`, to: `passdeck-${vmId}-tpm` };
  const run = <Value>(work: (connection: Connection) => Promise<Value>) =>
    fleet.host(hostId).runLong("The TPM's state", work);
  const clear = async (connection: Connection, pool: PoolHandle, signal: AbortSignal) => {
    for (const vol of await volumesIn(connection, pool)) await deleteWhenWhole(connection, vol, signal);
  };
  return persevering(() => fleet.host(hostId), {
    run: ({ report, signal }) =>
      run(async (connection) => {
        const copy = async (_: Connection, original: PoolHandle) => {
          await withPoolOf(connection, { folder: to, poolName: names.to, make: true }, async (__, own) => {
            await clear(connection, own, signal);
            for (const { name } of await volumesIn(connection, original))
              await copyVolume(connection, {
                fromPool: original.name,
                from: name,
                toPool: own.name,
                to: name,
                readAs: "raw",
              });
          });
        };
        if (!(await withPoolOf(connection, { folder: from, poolName: names.from }, copy)))
          report("The original's TPM has no state yet: the clone gets a new one.");
      }),
    verify: () => Promise.resolve(),
    undo: async ({ signal }) => {
      await run((connection) =>
        withPoolOf(connection, { folder: to, poolName: names.to }, (_, own) =>
          clear(connection, own, signal),
        ),
      );
      // The pool that a crash may have left of the copy.
      await run((connection) => withPoolOf(connection, { folder: from, poolName: names.from }, nothing));
    },
  });
}

const nothing = () => Promise.resolve();
