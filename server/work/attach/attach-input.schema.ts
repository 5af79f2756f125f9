import * as z from "zod";
import { attachOptionsSchema } from "../../domain/edit/attach-options.schema";

/** A function of a card, with what is noted of it in a definition. */
export const functionSchema = z.object({
  address: z.string(),
  class: z.string(),
  vendorId: z.string(),
  deviceId: z.string(),
  subsystem: z.string().nullable(),
  serialNumber: z.string().nullable(),
  label: z.string(),
});

const vm = {
  vmId: z.guid(),
  vmName: z.string(),
  /** Who wants it, for the VM's history. */
  by: z.string().default(""),
};
/** The device's XML, where it is plugged or unplugged while the VM runs; null where that has to wait. */
const live = z.string().nullable();

/** What the steps of an attach are made of. */
export const attachInputSchema = z.object({
  ...vm,
  functions: z.array(functionSchema),
  options: attachOptionsSchema,
  live,
});

/** What the steps of a detach are made of. */
export const detachInputSchema = z.object({
  ...vm,
  addresses: z.array(z.string()),
  /** The saved definition as it was, without passwords: what an undo leads back to. */
  before: z.string(),
  live,
});

export type AttachedFunction = z.infer<typeof functionSchema>;
export type AttachInput = z.infer<typeof attachInputSchema>;
export type DetachInput = z.infer<typeof detachInputSchema>;
