import * as z from "zod";
import { onDevices, onHost, onVm, onVmAndDevices } from "../access/objects-of";
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
  planBinding: procedure(bindingRequest, onDevices)
    .output(planSchema)
    .query(({ ctx, input }) => planBinding(ctx, input)),
  runBinding: procedure(bindingRequest.extend({ fingerprint }), onDevices)
    .output(startedOutput)
    .mutation(({ ctx, input }) => runBinding(ctx, input)),
  planAttach: procedure(attachRequest, onVmAndDevices)
    .output(planSchema)
    .query(({ ctx, input }) => planAttach(ctx, input)),
  runAttach: procedure(attachRequest.extend({ fingerprint }), onVmAndDevices)
    .output(startedOutput)
    .mutation(({ ctx, input }) => runAttach(ctx, input)),
  planDetach: procedure(detachRequest, onVmAndDevices)
    .output(planSchema)
    .query(({ ctx, input }) => planDetach(ctx, input)),
  runDetach: procedure(detachRequest.extend({ fingerprint }), onVmAndDevices)
    .output(startedOutput)
    .mutation(({ ctx, input }) => runDetach(ctx, input)),
  roms: procedure(romRequest, onHost).query(({ ctx, input }) => listRoms(ctx, input)),
  uploadRom: procedure(
    romRequest.extend({ name: romName, base64: z.base64().max(2 * maximumRomBytes) }),
    onHost,
  ).mutation(({ ctx, input }) => uploadRom(ctx, input)),
  deleteRom: procedure(z.object({ hostId, name: romName }), onHost).mutation(({ ctx, input }) =>
    deleteRom(ctx, input.hostId, input.name),
  ),
  planCheck: procedure(vmReference, onVm)
    .output(planSchema)
    .query(({ ctx, input }) => planCheck(ctx, input)),
  runCheck: procedure(vmReference.extend({ fingerprint }), onVm)
    .output(startedOutput)
    .mutation(({ ctx, input }) => runCheck(ctx, input)),
});
