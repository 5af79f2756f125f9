import { formatBytes } from "@/components/formats/numbers";

/** What is wrong with a size in bytes, NaN of none; `atLeast` where less would cut something off. */
export function sizeProblem(bytes: number, atLeast = 1): string | undefined {
  if (!(bytes >= 1)) return "Enter a size such as 20 GiB, 512 MiB or 1.5 TiB.";
  return bytes < atLeast
    ? `It has ${formatBytes(atLeast)}. A smaller capacity cuts off the end of the disk and the data there.`
    : undefined;
}
