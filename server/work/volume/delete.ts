import * as z from "zod";
import { onVolume } from "../../access/objects-of";
import { AppError } from "../../errors";
import { deleteVolume } from "../../storage/volume-acts";
import { builtOn } from "../../storage/volume-users";
import { defineAct } from "../act";
import { namesOf } from "../pool/pool-users";
import { volumeReference } from "../references.schema";

/** Deletes a volume that no VM's definition names and no other volume is built on. */
export const deleteStorageVolume = defineAct({
  name: "storage.deleteVolume",
  title: "Delete a volume",
  input: volumeReference,
  output: z.void(),
  objects: onVolume,
  run: ({ services: { storage } }, { hostId, pool, volume: name }) =>
    storage.change(hostId, `Volume ${name}`, async (connection) => {
      const { volumes, usersOf } = await storage.usage(hostId, connection);
      const volume = volumes.find((one) => one.pool === pool && one.name === name);
      const users = volume === undefined ? [] : usersOf(volume);
      if (users.length > 0) {
        throw new AppError("conflict", {
          userMessage: `${name} is used by ${namesOf(users)}. Remove the disk there first, or delete the VM.`,
        });
      }
      const built = volume === undefined ? [] : builtOn(volume, volumes);
      if (built.length > 0) {
        throw new AppError("conflict", {
          userMessage: `${built.map((one) => one.name).join(", ")} can't be read without ${name}. Delete those first.`,
        });
      }
      await deleteVolume(connection, pool, name);
    }),
});
