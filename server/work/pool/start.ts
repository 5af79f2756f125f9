import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { startPool } from "../../storage/pool-acts";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";

export const startStoragePool = defineAct({
  name: "storage.startPool",
  title: "Start a storage pool",
  input: poolReference,
  output: z.void(),
  objects: onPool,
  run: ({ services }, input) =>
    services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      startPool(connection, input.pool),
    ),
});
