import * as z from "zod";
import { plannedEditSchema } from "../../create/desktop/desktop.schema";
import { newVolumeSchema } from "../create/create-input.schema";

const pinSchema = z.object({
  of: z.enum(["vcpu", "emulator", "iothread"]),
  number: z.number(),
  /** Of the host. */
  cpus: z.array(z.number()),
  before: z.array(z.number()),
});

/** What is done to the machine that runs. */
export const liveChangeSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("attach"), xml: z.string(), key: z.string() }),
  /** `alias` is libvirt's own name of the device. */
  z.object({ act: z.literal("detach"), xml: z.string(), alias: z.string() }),
  z.object({ act: z.literal("update"), xml: z.string(), before: z.string() }),
  z.object({ act: z.literal("vcpus"), count: z.number(), before: z.number() }),
  z.object({ act: z.literal("memory"), kibibytes: z.number(), before: z.number() }),
  z.object({ act: z.literal("pins"), pins: z.array(pinSchema) }),
]);

/** What the steps of a change of hardware are made of. */
export const hardwareInputSchema = z.object({
  vmId: z.guid(),
  vmName: z.string(),
  by: z.string(),
  /** In a line, for the history. */
  what: z.string(),
  edit: plannedEditSchema,
  /** The saved definition as it was, without passwords: what an undo leads back to. */
  before: z.string(),
  newVolume: newVolumeSchema.nullable(),
  live: liveChangeSchema.nullable(),
});

export type LiveChange = z.infer<typeof liveChangeSchema>;
export type LivePin = z.infer<typeof pinSchema>;
export type HardwareInput = z.infer<typeof hardwareInputSchema>;
