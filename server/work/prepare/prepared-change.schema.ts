import * as z from "zod";
import { bootChangeSchema, changedFileSchema } from "../../database/boot-change.schema";
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
    /** "graphical.target", which systemd starts; null where there is none. */
    target: z.string().nullable().default(null),
  }),
  /** Of a way to start that is tried once, while the host's own stays as it is: what ends it, and restarts into it. */
  trial: z.object({ cleanUp: z.array(z.array(z.string())), reboot: z.array(z.string()) }).nullable(),
});
export type Wish = z.output<typeof wishSchema>;

/** What a job of the kind "prepare" is made of. */
export const prepareInputSchema = bootChangeSchema
  .omit({ hostId: true, state: true, generated: true, findings: true, undoneBy: true, wish: true })
  .extend({
    wish: wishSchema,
    /**
     * Of a trial that is over: its files, before anything else is done, and commands, for which there is no way back, when all
     * else is. No part of what may be taken back later.
     */
    ends: z.object({ files: z.array(changedFileSchema), commands: z.array(z.array(z.string())) }),
  });
export type PrepareInput = z.output<typeof prepareInputSchema>;
