import * as z from "zod";
import { givenNameSchema } from "../../../storage/names.schema";

/** What the job that deletes a VM is made of. */
export const deleteInputSchema = z.object({
  vmId: z.string(),
  vmName: z.string(),
  /** Who asked for it. */
  by: z.string(),
  /** Of its disks those that go with it. */
  volumes: z.array(z.object({ pool: givenNameSchema, volume: givenNameSchema })),
});

export type DeleteInput = z.infer<typeof deleteInputSchema>;
