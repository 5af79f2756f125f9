import * as z from "zod";
import { onHost, onPool } from "../../access/objects-of";
import { createPool } from "../../storage/pool-acts";
import { createPoolSchema } from "../../storage/pool-request.schema";
import { defineAct } from "../act";
import { hostReference } from "../references.schema";

/** Defines a pool and starts it; where it doesn't start, nothing is left of it. */
export const createStoragePool = defineAct({
  name: "storage.createPool",
  title: "Create a storage pool",
  input: hostReference.extend({ request: createPoolSchema }),
  output: z.void(),
  objects: onHost,
  inHand: ({ hostId, request }) => onPool({ hostId, pool: request.name }),
  run: ({ services }, { hostId, request }) =>
    services.storage.change(hostId, `Pool ${request.name}`, (connection) => createPool(connection, request)),
});
