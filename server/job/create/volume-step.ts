import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { Connection } from "../../libvirt/connection";
import { LibvirtError } from "../../libvirt/errors";
import { errorNumber } from "../../libvirt/protocol/constants.gen";
import type { StepContext, StepWork } from "../job-kind";
import { copyVolume } from "./copy-volume";
import type { NewVolume } from "./create-input.schema";
import { deleteVolume, findVolume, lookUpPool, type VolumeName, volumeXml } from "./volumes";

/** What makes a volume of that name, which is not there yet. */
export type MakeVolume = (connection: Connection, context: StepContext) => Promise<void>;

/** Makes a volume of a new VM: an empty one, or the copy of an image. */
export function volumeStep(fleet: Pick<Fleet, "host">, hostId: string, volume: NewVolume): StepWork {
  return newVolumeStep(fleet, hostId, volume, async (connection, context) => {
    if (volume.copyOf !== null) {
      const { copyOf } = volume;
      const openConnection = () => fleet.host(hostId).openConnection();
      await copyVolume({ connection, openConnection, context, volume, source: copyOf });
      return;
    }
    const pool = await lookUpPool(connection, volume.pool);
    const xml = volumeXml(volume.volume, volume.bytes ?? 0, volume.format);
    await connection.call("storage_vol_create_xml", { pool, xml, flags: 0 });
  });
}

/** A step that makes a volume, and takes none away that it did not make. */
export function newVolumeStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  name: VolumeName,
  make: MakeVolume,
): StepWork {
  const run = <Value>(work: (connection: Connection) => Promise<Value>) =>
    fleet.host(hostId).run(`Volume ${name.pool}/${name.volume}`, work);
  let somebodyElses = false;
  return {
    run: (context) =>
      run(async (connection) => {
        // A half volume of before a crash: begun anew.
        if (context.resumed) await deleteVolume(connection, name);
        try {
          await make(connection, context);
        } catch (error) {
          somebodyElses = error instanceof LibvirtError && error.code === errorNumber.STORAGE_VOL_EXIST;
          throw error;
        }
      }),
    verify: async () => {
      if ((await run((connection) => findVolume(connection, name))) === null) throw missing(name);
    },
    undo: async () => {
      if (!somebodyElses) await run((connection) => deleteVolume(connection, name));
    },
  };
}

function missing({ pool, volume }: VolumeName): AppError {
  return new AppError("conflict", {
    userMessage: `The volume ${pool}/${volume} is gone again: somebody deleted it, or emptied its pool.`,
  });
}
