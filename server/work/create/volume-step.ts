import { AppError } from "../../errors";
import type { Fleet } from "../../fleet/fleet";
import type { StepContext, StepWork } from "../../job/job-kind";
import type { Connection } from "../../libvirt/connection";
import { findPool, findVolume } from "../../storage/look-up";
import { type Announce, createVolume, resizeVolume } from "../../storage/volume-acts";
import { persevering } from "../persevering";
import { copyWithProgress } from "../storage/copy-with-progress";
import { makeOwnVolume, removeOwnVolume } from "../storage/own-volume";
import type { NewVolume } from "./create-input.schema";

/** How a volume comes to be. */
export interface VolumeMaking {
  /** Has libvirt make it. Where libvirt refuses there is none, or one that was there before. */
  create(connection: Connection, context: StepContext, announce: Announce): Promise<unknown>;
  /** Whether it is empty then. */
  empty: boolean;
  /** What is done to it then. */
  fill(connection: Connection): Promise<void>;
}

/** Makes a volume of a new VM: an empty one, or the copy of an image. */
export function volumeStep(fleet: Pick<Fleet, "host">, hostId: string, request: NewVolume): StepWork {
  const { pool, volume: name, bytes, format, copyOf } = request;
  return newVolumeStep(fleet, hostId, request, {
    empty: copyOf === null,
    async create(connection, context, announce) {
      if (copyOf === null) {
        const empty = { name, format, capacityBytes: bytes ?? 0, allocateAll: false };
        return createVolume(connection, pool, empty, announce);
      }
      const copy = { fromPool: copyOf.pool, from: copyOf.volume, toPool: pool, to: name, format };
      return copyWithProgress(fleet.host(hostId), connection, copy, context, announce);
    },
    async fill(connection) {
      if (copyOf !== null && bytes !== null) await enlarge(connection, pool, name, bytes);
    },
  });
}

/** A step that makes a volume, and takes none away that it did not make. */
export function newVolumeStep(
  fleet: Pick<Fleet, "host">,
  hostId: string,
  { pool, volume }: { pool: string; volume: string },
  { create, empty, fill }: VolumeMaking,
): StepWork {
  const place = { pool, name: volume };
  const subject = `Volume ${pool}/${volume}`;
  return persevering(() => fleet.host(hostId), {
    run: (context) =>
      fleet.host(hostId).runLong(subject, async (connection) => {
        await makeOwnVolume(connection, place, context, {
          empty,
          create: (announce) => create(connection, context, announce),
        });
        await fill(connection);
      }),
    verify: () =>
      fleet.host(hostId).run(subject, async (connection) => {
        if ((await findVolume(connection, await findPool(connection, pool), volume)) === null)
          throw missing(pool, volume);
      }),
    undo: (memory) =>
      fleet.host(hostId).runLong(subject, (connection) => removeOwnVolume(connection, place, memory)),
  });
}

/** A size below the image's is the image's: what lies behind the end would be lost. */
async function enlarge(connection: Connection, pool: string, name: string, bytes: number): Promise<void> {
  const vol = await findVolume(connection, await findPool(connection, pool), name);
  if (vol === null) throw missing(pool, name);
  const { capacity } = await connection.call("storage_vol_get_info", { vol });
  if (BigInt(bytes) > capacity)
    await resizeVolume(connection, pool, name, { capacityBytes: bytes, shrink: false });
}

function missing(pool: string, volume: string): AppError {
  return new AppError("conflict", {
    userMessage: `The volume ${pool}/${volume} no longer exists: it or its pool was deleted.`,
  });
}
