import * as z from "zod";
import { onPool, onVolume } from "../../access/objects-of";
import { createVolume } from "../../storage/volume-acts";
import { createVolumeSchema } from "../../storage/volume-request.schema";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";

/** Makes an empty volume. */
export const createStorageVolume = defineAct({
  name: "storage.createVolume",
  title: "Create a volume",
  input: poolReference.extend({ request: createVolumeSchema }),
  output: z.void(),
  objects: onPool,
  inHand: ({ request: { name }, ...pool }) => onVolume({ ...pool, volume: name }),
  run: ({ services }, { hostId, pool, request }) =>
    services.storage.change(hostId, `Volume ${request.name}`, (connection) =>
      createVolume(connection, pool, request),
    ),
});
