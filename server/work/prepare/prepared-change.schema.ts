import * as z from "zod";
import { bootChangeSchema } from "../../database/boot-change.schema";
import { wishedChangeSchema } from "../../prepare/change.schema";

/** What a change of the host's boot was asked for, and how the host was then: by both it is verified after the restart. */
export const wishSchema = z.object({
  /** null of one that takes another back. */
  asked: wishedChangeSchema.nullable(),
  seen: z.object({
    /** /proc/cmdline */
    commandLine: z.string(),
    /** Drivers of the devices that it is about, by address; null where none had it. */
    drivers: z.record(z.string(), z.string().nullable()),
  }),
  /** A menu entry that is tried once; the host's own way to start stays as it is. */
  trial: z.boolean(),
});
export type Wish = z.output<typeof wishSchema>;

/** What a job of the kind "prepare" is made of. */
export const prepareInputSchema = bootChangeSchema
  .omit({ hostId: true, state: true, generated: true, undoneBy: true, wish: true })
  .extend({ wish: wishSchema });
export type PrepareInput = z.output<typeof prepareInputSchema>;
