import * as z from "zod";
import type { FencingEvent } from "./cluster.schema";
import { allBelow, attributesBy, rootOf, timeOf } from "./element-attributes";

const eventSchema = z.object({
  action: z.string(),
  target: z.string(),
  origin: z.string(),
  status: z.string(),
  "exit-reason": z.string().optional(),
  completed: z.string().optional(),
});

/** Reads `stonith_admin --history='*' --output-as=xml`, the latest first. @throws where it is other XML than that. */
export function readFencing(text: string): FencingEvent[] {
  const events = allBelow(rootOf(text), "fence_event").map((element) => attributesBy(element, eventSchema));
  return events
    .map(
      ({ action, target, origin, status, completed, ...said }): FencingEvent => ({
        action,
        node: target,
        by: origin,
        state: status === "success" || status === "failed" ? status : "pending",
        reason: said["exit-reason"] ?? null,
        at: timeOf(completed),
      }),
    )
    .sort((one, other) => (other.at ?? Number.MAX_SAFE_INTEGER) - (one.at ?? Number.MAX_SAFE_INTEGER));
}
