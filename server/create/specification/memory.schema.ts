import * as z from "zod";
import { cpuSetSchema } from "../../units/cpu-set.schema";

const mebibyte = 2 ** 20;
const isPowerOfTwo = (bytes: number) => Number.isInteger(Math.log2(bytes));

export const memorySchema = z
  .strictObject({
    bytes: z
      .number()
      .int()
      .min(16 * mebibyte)
      .max(2 ** 46)
      .multipleOf(mebibyte)
      .default(4 * 2 ** 30),
    /** The size of the huge pages that back it; null for common pages. */
    hugepageBytes: z
      .number()
      .int()
      .min(16 * 2 ** 10)
      .max(16 * 2 ** 30)
      .refine(isPowerOfTwo, "A page size is a power of two, such as 2 MiB or 1 GiB.")
      .nullable()
      .default(null),
    /** Never swapped out. Memory of VMs with devices of the host is so anyway. */
    locked: z.boolean().default(false),
    /** Which NUMA nodes of the host it is taken from. */
    numa: z
      .strictObject({ mode: z.enum(["strict", "preferred", "interleave"]), nodes: cpuSetSchema })
      .nullable()
      .default(null),
    /** A device by which the guest can give memory back. */
    balloon: z.boolean().default(true),
  })
  .refine(({ bytes, hugepageBytes }) => hugepageBytes === null || bytes % hugepageBytes === 0, {
    path: ["bytes"],
    message: "The memory must be a multiple of the huge page size.",
  });

export type MemorySpecification = z.infer<typeof memorySchema>;
