import * as z from "zod";

/** A cache and the logical CPUs that share it. */
const cpuCacheSchema = z.object({
  level: z.number(),
  kind: z.enum(["data", "instruction", "unified"]),
  bytes: z.number(),
  cpus: z.array(z.number()),
});

const cpuCoreSchema = z.object({
  /** The core's number, which is unique in its package only. */
  id: z.number(),
  package: z.number(),
  /** Logical CPUs, of which a core with hyper-threading has two. */
  threads: z.array(z.number()),
  /** Highest frequency in Hz; tells the fast cores of a hybrid CPU from the small ones. null where not told. */
  maximumHertz: z.number().nullable(),
});

/** A host's CPUs as one pins to them: NUMA nodes, in them cores, in them threads. */
export const hostCpusSchema = z.object({
  /** Logical CPUs that are online. */
  online: z.array(z.number()),
  /** Those that the kernel leaves alone (isolcpus=). */
  isolated: z.array(z.number()),
  nodes: z.array(
    z.object({ id: z.number(), memoryBytes: z.number().nullable(), cores: z.array(cpuCoreSchema) }),
  ),
  caches: z.array(cpuCacheSchema),
});

export type HostCpus = z.infer<typeof hostCpusSchema>;
export type CpuCore = z.infer<typeof cpuCoreSchema>;
export type CpuCache = z.infer<typeof cpuCacheSchema>;
