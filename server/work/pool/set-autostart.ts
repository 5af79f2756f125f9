import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { setPoolAutostart } from "../../storage/pool-acts";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";

export const setStoragePoolAutostart = defineAct({
  name: "storage.setPoolAutostart",
  title: "Set whether a storage pool is started with its host",
  input: poolReference.extend({ autostart: z.boolean() }),
  output: z.void(),
  objects: onPool,
  run: ({ services }, input) =>
    services.storage.change(input.hostId, `Pool ${input.pool}`, (connection) =>
      setPoolAutostart(connection, input.pool, input.autostart),
    ),
});
