import * as z from "zod";
import { onPool } from "../../access/objects-of";
import { AppError } from "../../errors";
import { deletePool } from "../../storage/pool-acts";
import { defineAct } from "../act";
import { poolReference } from "../references.schema";
import { namesOf, vmsOnPool } from "./pool-users";

/**
 * Has libvirt forget a pool that no VM's definition names. What is in it stays: deleting contents is done volume by
 * volume, each refused where a VM uses it.
 */
export const deleteStoragePool = defineAct({
  name: "storage.deletePool",
  title: "Delete a storage pool",
  input: poolReference.extend({ withContents: z.literal(false) }),
  output: z.void(),
  objects: onPool,
  async run({ services: { fleet, storage } }, { hostId, pool }) {
    const users = vmsOnPool(fleet, hostId, pool);
    if (users.length > 0) {
      throw new AppError("conflict", {
        userMessage: `The definition of ${namesOf(users)} has disks of the pool ${pool}. Remove them there first.`,
      });
    }
    await storage.change(hostId, `Pool ${pool}`, (connection) => deletePool(connection, pool));
  },
});
