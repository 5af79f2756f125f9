import * as z from "zod";
import { objectKinds } from "./object.schema";

const acts = z.array(z.string());

/** What a page is told that its viewer may do. */
export const allowedSchema = z.object({
  /** By kind: the acts on each object of it that is not named below. */
  each: z.record(z.enum(objectKinds), acts),
  /** The acts on single objects where the viewer may more or less than on others, by their keys. */
  single: z.record(z.string(), acts),
});
export type Allowed = z.infer<typeof allowedSchema>;
