import type { Verdict, VerdictStatus } from "@/server/pci/verdict.schema";

/** The verdicts, the best first. */
export const verdictOrder: readonly VerdictStatus[] = ["ready", "bindable", "risky", "blocked"];

/** Whether a running VM that has the device is all that stands in the way. */
export function isInUse({ reasons }: Verdict): boolean {
  const blocks = reasons.filter(({ weight }) => weight === "block");
  return blocks.length > 0 && blocks.every(({ code }) => code === "attached-elsewhere");
}
