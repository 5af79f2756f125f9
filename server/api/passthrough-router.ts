import * as z from "zod";
import { planSchema } from "../plan.schema";
import { planBinding, runBinding } from "./binding-acts";
import { planCheck, runCheck } from "./card-check";
import { hostId, pciAddresses, vmReference } from "./input.schema";
import { procedure, router } from "./trpc";

const bindingWish = z.object({
  hostId,
  act: z.enum(["give-away", "give-back"]),
  addresses: pciAddresses,
});
const fingerprint = z.string().max(128);
const startedOutput = z.object({ jobId: z.guid() });

export const passthroughRouter = router({
  planBinding: procedure
    .input(bindingWish)
    .output(planSchema)
    .query(({ ctx, input }) => planBinding(ctx, input)),
  runBinding: procedure
    .input(bindingWish.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runBinding(ctx, input)),
  planCheck: procedure
    .input(vmReference)
    .output(planSchema)
    .query(({ ctx, input }) => planCheck(ctx, input)),
  runCheck: procedure
    .input(vmReference.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runCheck(ctx, input)),
});
