import * as z from "zod";
import { bootChangeSchema } from "../../database/boot-change.schema";
import { thereAndBackSchema, trialSchema } from "../../host/guard/trial.schema";

/** What a bridge on record was made of, and how it is taken away again. */
export const bridgeWishSchema = z.object({
  network: z.object({ device: z.string(), bridge: z.string(), undone: thereAndBackSchema }),
});

/** What a job of the kind "bridge" is made of. Its files are those for good; its commands are run once they are there. */
export const bridgeInputSchema = bootChangeSchema
  .omit({ hostId: true, state: true, generated: true, findings: true, undoneBy: true, wish: true })
  .extend({ wish: bridgeWishSchema, trial: trialSchema.omit({ resolver: true }) });
export type BridgeInput = z.output<typeof bridgeInputSchema>;
