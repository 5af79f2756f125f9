import * as z from "zod";
import { unreadableSchema } from "../xml/unreadable.schema";

/** virStoragePoolState; "degraded" and "inaccessible" are of a running pool that has lost something. */
export const poolStates = ["inactive", "building", "running", "degraded", "inaccessible"] as const;

/** A storage pool of a host. Sizes are of libvirt's last look; a stopped pool has none. */
export const poolSummarySchema = z.object({
  id: z.guid(),
  name: z.string(),
  /** libvirt's word: "dir", "fs", "netfs", "logical", "zfs", "rbd", "iscsi" … */
  type: z.string(),
  state: z.enum(poolStates),
  autostart: z.boolean(),
  persistent: z.boolean(),
  /** Where its volumes are on the host; null of pools without a folder (RBD). */
  path: z.string().nullable(),
  /** What it is made of, as libvirt has it: "nas:/export", "/dev/sdb1", a volume group; null of plain folders. */
  source: z.string().nullable(),
  capacityBytes: z.number(),
  allocationBytes: z.number(),
  availableBytes: z.number(),
  /** Why nothing is known of it but name and figures; null where it can be read. */
  unreadable: unreadableSchema.nullable(),
});

export type PoolSummary = z.infer<typeof poolSummarySchema>;
