import * as z from "zod";
import { readHugepages } from "../../domain/fields/hugepages";
import { readCpuSet } from "../../units/cpu-set.schema";
import { sizeOf } from "../../units/memory-size";
import { attributeOf, childOf, parseXml } from "../../xml/xml";

/** A VM whose memory is in huge pages. */
export const pageUseSchema = z.object({
  vmId: z.string(),
  name: z.string(),
  /** null: the host's usual size, or several. */
  pageBytes: z.number().nullable(),
  bytes: z.number(),
  /** Nodes that its memory is bound to; null: any. */
  nodes: z.array(z.number()).nullable(),
});
export type PageUse = z.infer<typeof pageUseSchema>;

/** What a definition takes of the host's huge pages; null of one that takes none, or that can't be read. */
export function pageUseOf(xml: string): Omit<PageUse, "vmId" | "name"> | null {
  const domain = rootOf(xml);
  const hugepages = childOf(childOf(domain, "memoryBacking"), "hugepages");
  if (hugepages === null) return null;
  const pageBytes = Number(readHugepages(hugepages));
  const nodeset = attributeOf(childOf(childOf(domain, "numatune"), "memory"), "nodeset");
  return {
    pageBytes: Number.isFinite(pageBytes) && pageBytes > 0 ? pageBytes : null,
    bytes: Number(sizeOf(childOf(domain, "memory")) ?? 0n),
    nodes: nodeset === null ? null : readCpuSet(nodeset),
  };
}

function rootOf(xml: string) {
  try {
    return parseXml(xml).documentElement;
  } catch {
    return null;
  }
}
