import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { refreshPool } from "../../storage/pool-acts";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";

/** Has libvirt look at what is there: files that were put into the pool by other means become volumes. */
export const refreshStoragePool = defineAct({
  name: "storage.refreshPool",
  title: "Refresh a storage pool",
  input: poolReference,
  output: z.void(),
  objects: onPool,
  run: ({ services }, input) =>
    services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      refreshPool(connection, input.pool),
    ),
});
