import * as z from "zod";
import { hugePagePoolSchema } from "../../host/huge-pages/huge-pages.schema";

/** How many pages of a size a memory node is to have. */
export const wishedPoolSchema = hugePagePoolSchema.pick({ node: true, pageBytes: true }).extend({
  count: z.number().int().min(0).max(99_999_999),
});
export type WishedPool = z.infer<typeof wishedPoolSchema>;

/** What a job of the kind "huge-pages" gets: each pool with how many there were. */
export const hugePagesInputSchema = z.object({
  pools: z.array(wishedPoolSchema.extend({ from: z.number().int().min(0) })),
});
export type HugePagesInput = z.infer<typeof hugePagesInputSchema>;
