import * as z from "zod";
import { attachOptionsSchema } from "../domain/edit/attach-options.schema";
import { maximumRomBytes, romNamePattern } from "../domain/rom/rom-store";
import { planSchema } from "../plan.schema";
import { planAttach, planDetach, runAttach, runDetach } from "./attach-acts";
import { planBinding, runBinding } from "./binding-acts";
import { planCheck, runCheck } from "./card-check";
import { hostId, pciAddress, pciAddresses, vmReference } from "./input.schema";
import { deleteRom, listRoms, uploadRom } from "./rom-files";
import { procedure, router } from "./trpc";

const bindingRequest = z.object({
  hostId,
  act: z.enum(["reserve", "return"]),
  addresses: pciAddresses,
});
const fingerprint = z.string().max(128);
const startedOutput = z.object({ jobId: z.guid() });
const detachRequest = vmReference.extend({ addresses: pciAddresses });
const romName = z.string().regex(romNamePattern, {
  error: "A ROM file's name has letters, digits, dots, dashes and underscores, 64 at most.",
});
const romRequest = z.object({ hostId, address: pciAddress.nullable() });
const attachRequest = detachRequest.extend({ options: attachOptionsSchema });

export const passthroughRouter = router({
  planBinding: procedure
    .input(bindingRequest)
    .output(planSchema)
    .query(({ ctx, input }) => planBinding(ctx, input)),
  runBinding: procedure
    .input(bindingRequest.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runBinding(ctx, input)),
  planAttach: procedure
    .input(attachRequest)
    .output(planSchema)
    .query(({ ctx, input }) => planAttach(ctx, input)),
  runAttach: procedure
    .input(attachRequest.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runAttach(ctx, input)),
  planDetach: procedure
    .input(detachRequest)
    .output(planSchema)
    .query(({ ctx, input }) => planDetach(ctx, input)),
  runDetach: procedure
    .input(detachRequest.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runDetach(ctx, input)),
  roms: procedure.input(romRequest).query(({ ctx, input }) => listRoms(ctx, input)),
  uploadRom: procedure
    .input(romRequest.extend({ name: romName, base64: z.base64().max(2 * maximumRomBytes) }))
    .mutation(({ ctx, input }) => uploadRom(ctx, input)),
  deleteRom: procedure
    .input(z.object({ hostId, name: romName }))
    .mutation(({ ctx, input }) => deleteRom(ctx, input.hostId, input.name)),
  planCheck: procedure
    .input(vmReference)
    .output(planSchema)
    .query(({ ctx, input }) => planCheck(ctx, input)),
  runCheck: procedure
    .input(vmReference.extend({ fingerprint }))
    .output(startedOutput)
    .mutation(({ ctx, input }) => runCheck(ctx, input)),
});
