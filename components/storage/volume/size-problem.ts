import { formatBytes } from "@/components/fleet/format";
import { parseSize } from "../form/size";

/** What is wrong with a size as it is written; `atLeast` in bytes, where less would cut something off. */
export function sizeProblem(text: string, atLeast = 1): string | undefined {
  const bytes = parseSize(text);
  if (bytes === null) return "Enter a size such as 20 GiB, 512 MiB or 1.5 TiB.";
  return bytes < atLeast
    ? `It has ${formatBytes(atLeast)}. A smaller capacity cuts off the end of the disk and the data there.`
    : undefined;
}
