import * as z from "zod";

/** That a host is a node of a cluster, and which VMs that runs, on whichever of its nodes. */
export const clusterMarkSchema = z.object({
  /** The cluster's; null where it has none, or it could not be read. */
  name: z.string().nullable(),
  /** Whether this part of it may run anything. */
  quorate: z.boolean(),
  vms: z.array(
    z.object({
      /** The id of its resource. */
      resource: z.string(),
      /** Of two, what is known of the VM: its UUID, in lower case, … */
      vmId: z.string().nullable(),
      /** … and its name. */
      name: z.string().nullable(),
    }),
  ),
});
export type ClusterMark = z.infer<typeof clusterMarkSchema>;
