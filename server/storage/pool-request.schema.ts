import * as z from "zod";
import { hostPathSchema, resourceNameSchema } from "../domain/scalars.schema";

/** Words that stand alone in a command's arguments, and so must not look like an option. */
const wordSchema = z
  .string()
  .max(255)
  .regex(/^[A-Za-z0-9_][A-Za-z0-9_.:@%+/-]*$/, "Only letters, digits and . _ : @ % + / - are allowed here.");

/** A machine's name or address, IPv6 without brackets. */
const machineSchema = z
  .string()
  .max(253)
  .regex(/^[A-Za-z0-9][A-Za-z0-9.:-]*$/, "Enter a host name or an address, such as nas.lan or 10.0.0.5.");

const common = {
  name: resourceNameSchema,
  /** Started whenever the host is. */
  autostart: z.boolean().default(true),
};

/** A new pool, by where its volumes are to be. */
export const createPoolSchema = z.discriminatedUnion("type", [
  /** A folder of the host, which is made where it is missing. */
  z.strictObject({ ...common, type: z.literal("dir"), path: hostPathSchema }),
  /** A file system on a block device, which is mounted. It is never formatted. */
  z.strictObject({
    ...common,
    type: z.literal("fs"),
    device: hostPathSchema,
    path: hostPathSchema,
  }),
  /** A volume group of LVM's that is there. */
  z.strictObject({ ...common, type: z.literal("logical"), volumeGroup: wordSchema }),
  /** A folder of an NFS server, which is mounted. */
  z.strictObject({
    ...common,
    type: z.literal("netfs"),
    server: machineSchema,
    exportedPath: hostPathSchema,
    path: hostPathSchema,
  }),
  /** A pool of ZFS's, or a data set in one: "tank/vms". */
  z.strictObject({ ...common, type: z.literal("zfs"), dataset: wordSchema }),
  /** A pool of a Ceph cluster. */
  z.strictObject({
    ...common,
    type: z.literal("rbd"),
    cephPool: wordSchema,
    monitors: z
      .array(z.strictObject({ host: machineSchema, port: z.number().int().min(1).max(65_535).nullable() }))
      .min(1, "Enter at least one monitor.")
      .max(16),
    /** null where the cluster asks for no key. The secret is one that libvirt keeps. */
    authentication: z.strictObject({ username: wordSchema, secretId: z.guid() }).nullable(),
  }),
]);

export type CreatePoolRequest = z.infer<typeof createPoolSchema>;
