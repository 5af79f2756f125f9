import * as z from "zod";
import { onHost, onInstallation, onVm } from "../access/objects-of";
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
import { installationProcedure, procedure, router } from "./trpc";

const input = z.object({ hostId, request: createRequestSchema });
/** The host, and of a clone the VM that it is made of. */
const onHostAndOriginal = ({ hostId, request: { source } }: z.output<typeof input>) => [
  onHost({ hostId }),
  ...(source.kind === "clone" ? [onVm({ hostId, vmId: source.vmId })] : []),
];

const importInput = z.object({ text: z.string().max(2 ** 20) });
const presetInput = z.strictObject({
  name: z.string().trim().min(1, "A preset needs a name.").max(80),
  note: z.string().max(500),
  specification: vmSpecificationSchema,
});

export const createRouter = router({
  choices: procedure(z.object({ hostId }), onHost)
    .output(createChoicesSchema)
    .query(({ ctx, input }) => createChoices(ctx, input.hostId)),
  /** What would be done; nothing is. It is posted, as the imports are: a definition is longer than an address may be. */
  plan: procedure(input, onHostAndOriginal)
    .output(z.object({ plan: planSchema, findings: z.array(preflightFindingSchema), xml: z.string() }))
    .mutation(({ ctx, input }) => planCreation(ctx, input)),
  run: procedure(input.extend({ fingerprint: z.string().max(128) }), onHostAndOriginal)
    .output(z.object({ jobId: z.guid(), vmId: z.guid() }))
    .mutation(({ ctx, input }) => runCreation(ctx, input)),
  /** What a definition from elsewhere describes, and what libvirt's schema has against it. */
  importXml: procedure(importInput, onInstallation).mutation(({ input }) => importXml(input.text)),
  /** The specification that a QEMU command line amounts to, and what does not come along. */
  importQemuCommand: procedure(importInput.extend({ hostId }), onHost).mutation(({ ctx, input }) =>
    importQemu(ctx, input),
  ),
  /** Presets that users saved; Passdeck's own are in `presetTable`. */
  presets: installationProcedure.query(({ ctx }) => ctx.services.presets.all()),
  savePreset: procedure(presetInput, onInstallation).mutation(({ ctx, input }) =>
    ctx.services.presets.add({ ...input, createdBy: ctx.user?.name ?? "" }),
  ),
  deletePreset: procedure(z.object({ id: z.guid() }), onInstallation).mutation(({ ctx, input }) =>
    ctx.services.presets.remove(input.id),
  ),
  /** Marks a VM as a template, or takes the mark away. */
  setTemplate: procedure(vmReference.extend({ template: z.boolean() }), onVm).mutation(({ ctx, input }) =>
    setTemplate(ctx, input),
  ),
});
