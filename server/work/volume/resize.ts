import * as z from "zod";
import { onVolume } from "../../access/objects-of";
import { sizeSchema } from "../../storage/names.schema";
import { resizeVolume } from "../../storage/volume-acts";
import { defineAct } from "../act";
import { volumeReference } from "../references.schema";
import { refuseRunningUsers } from "./running-users";

/** Resizes a volume under no running VM: a guest would not be told, and its disk might be cut off under it. */
export const resizeStorageVolume = defineAct({
  name: "storage.resizeVolume",
  title: "Resize a volume",
  input: volumeReference.extend({ capacityBytes: sizeSchema, shrink: z.boolean() }),
  output: z.void(),
  objects: onVolume,
  async run({ services: { storage } }, { hostId, pool, volume, ...size }) {
    await refuseRunningUsers(storage, { hostId, pool, volume }, "resize");
    await storage.change(hostId, `Volume ${volume}`, (connection) =>
      resizeVolume(connection, pool, volume, size),
    );
  },
});
