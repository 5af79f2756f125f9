import * as z from "zod";

/** Huge pages of one size on one memory node. */
export const hugePagePoolSchema = z.object({
  /** null: the kernel keeps no nodes apart. */
  node: z.number().int().nonnegative().nullable(),
  pageBytes: z.number(),
  total: z.number(),
  /** null: not told. */
  free: z.number().nullable(),
});
export type HugePagePool = z.infer<typeof hugePagePoolSchema>;

/** Huge pages as they are now, and the memory that there is for them. */
export const hugePagesNowSchema = z.object({
  /** Free, with what the kernel would give up (MemAvailable); null where not told. */
  availableBytes: z.number().nullable(),
  /** Memory of each node; null where not told. */
  nodes: z.array(
    z.object({ id: z.number(), totalBytes: z.number().nullable(), freeBytes: z.number().nullable() }),
  ),
  /** Of a kernel that keeps no nodes apart, of all; null where not told. */
  totalBytes: z.number().nullable(),
  freeBytes: z.number().nullable(),
  /** By node, then by size. */
  pools: z.array(hugePagePoolSchema),
});
export type HugePagesNow = z.infer<typeof hugePagesNowSchema>;
