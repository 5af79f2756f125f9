import * as z from "zod";

/** A network filter of libvirt's (https://libvirt.org/formatnwfilter.html). */
export const filterSummarySchema = z.object({
  uuid: z.guid(),
  name: z.string(),
  /** Filters that it is put together from. */
  includes: z.array(z.string()),
  xml: z.string(),
  /** What is wrong with it, so that it is not known what it is put together from; null where it can be read. */
  unreadable: z.object({ problem: z.string() }).nullable(),
});

export type FilterSummary = z.infer<typeof filterSummarySchema>;
