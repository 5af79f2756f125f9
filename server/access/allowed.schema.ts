import * as z from "zod";
import { heldGrantSchema } from "./grant.schema";
import { objectKinds } from "./object.schema";
import { sharedLevels } from "./shared-rights";

const acts = z.array(z.string());

/** What a page is told that its viewer may do. */
export const allowedSchema = z.object({
  /** By kind: the acts on each object of it. */
  each: z.record(z.enum(objectKinds), acts),
  /** What is shared with the viewer, by the keys of its objects: there they may besides what stands below their share. */
  shared: z.record(z.string(), z.enum(sharedLevels)),
  /** By share and kind: the acts that it allows. Said once, as there may be thousands of shares. */
  byShare: z.record(z.enum(sharedLevels), z.partialRecord(z.enum(objectKinds), acts)),
  /** Where the viewer may make VMs, and of what, by host: there they may besides what stands below `byGrant`. */
  granted: z.record(z.string(), heldGrantSchema),
  /** By kind: the acts that a grant allows. */
  byGrant: z.partialRecord(z.enum(objectKinds), acts),
});
export type Allowed = z.infer<typeof allowedSchema>;
