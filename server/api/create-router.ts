import * as z from "zod";
import { createChoicesSchema } from "../create/choices.schema";
import { createRequestSchema } from "../create/create-request.schema";
import { preflightFindingSchema } from "../create/preflight/preflight.schema";
import { vmSpecificationSchema } from "../create/vm-specification.schema";
import { planSchema } from "../plan.schema";
import { planCreation, runCreation } from "./create-acts";
import { createChoices } from "./create-choices";
import { importQemu, importXml } from "./create-imports";
import { hostId, vmReference } from "./input.schema";
import { setTemplate } from "./template-acts";
import { procedure, router } from "./trpc";

const input = z.object({ hostId, request: createRequestSchema });
const importInput = z.object({ text: z.string().max(2 ** 20) });
const presetInput = z.strictObject({
  name: z.string().trim().min(1, "A preset needs a name.").max(80),
  note: z.string().max(500),
  specification: vmSpecificationSchema,
});

export const createRouter = router({
  choices: procedure
    .input(z.object({ hostId }))
    .output(createChoicesSchema)
    .query(({ ctx, input }) => createChoices(ctx, input.hostId)),
  /** What would be done; nothing is. It is posted, as the imports are: a definition is longer than an address may be. */
  plan: procedure
    .input(input)
    .output(z.object({ plan: planSchema, findings: z.array(preflightFindingSchema), xml: z.string() }))
    .mutation(({ ctx, input }) => planCreation(ctx, input)),
  run: procedure
    .input(input.extend({ fingerprint: z.string().max(128) }))
    .output(z.object({ jobId: z.guid(), vmId: z.guid() }))
    .mutation(({ ctx, input }) => runCreation(ctx, input)),
  /** What a definition from elsewhere describes, and what libvirt's schema has against it. */
  importXml: procedure.input(importInput).mutation(({ input }) => importXml(input.text)),
  /** The specification that a QEMU command line amounts to, and what does not come along. */
  importQemuCommand: procedure
    .input(importInput.extend({ hostId }))
    .mutation(({ ctx, input }) => importQemu(ctx, input)),
  /** Presets that users saved; Passdeck's own are in `presetTable`. */
  presets: procedure.query(({ ctx }) => ctx.services.presets.all()),
  savePreset: procedure
    .input(presetInput)
    .mutation(({ ctx, input }) => ctx.services.presets.add({ ...input, createdBy: ctx.user?.name ?? "" })),
  deletePreset: procedure
    .input(z.object({ id: z.guid() }))
    .mutation(({ ctx, input }) => ctx.services.presets.remove(input.id)),
  /** Marks a VM as a template, or takes the mark away. */
  setTemplate: procedure
    .input(vmReference.extend({ template: z.boolean() }))
    .mutation(({ ctx, input }) => setTemplate(ctx, input)),
});
