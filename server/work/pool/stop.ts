import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import { stopPool } from "../../storage/pool-acts";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";
import { namesOf, vmsOnPool } from "./pool-users";

/** Stops a pool that no running VM has disks of. */
export const stopStoragePool = defineAct({
  name: "storage.stopPool",
  title: "Stop a storage pool",
  input: poolReference,
  output: z.void(),
  objects: onPool,
  async run({ services: { fleet, storage } }, { hostId, pool }) {
    const users = vmsOnPool(fleet, hostId, pool).filter(({ running }) => running);
    if (users.length > 0) {
      throw new AppError("conflict", {
        userMessage: `The pool ${pool} is in use by ${namesOf(users)}. Shut that down first.`,
      });
    }
    await storage.change(hostId, `Pool ${pool}`, (connection) => stopPool(connection, pool));
  },
});
