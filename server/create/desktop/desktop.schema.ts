import * as z from "zod";
import { attachOptionsSchema } from "../../domain/edit/attach-options.schema";
import { hardwareEditSchema } from "../../domain/hardware/hardware-edit.schema";
import { lookingGlassSchema } from "../../domain/looking-glass/looking-glass.schema";
import { cpuSetSchema } from "../../units/cpu-set.schema";
import { hostInputsSchema } from "../specification/host-inputs.schema";

/** What a desktop with a GPU is made of besides the card; null of what is left as it is. */
export const desktopSetupSchema = z.strictObject({
  /** The guest's kind, whose preset says CPU model, Hyper-V features, clock, sleep and balloon. */
  guest: z.enum(["windows", "linux"]).nullable(),
  pinning: z
    .strictObject({
      pins: z.array(z.strictObject({ vcpu: z.int().min(0).max(511), cpus: cpuSetSchema })).max(512),
      emulatorCpus: cpuSetSchema.nullable(),
    })
    .nullable(),
  hugepageBytes: z
    .int()
    .min(2 ** 14)
    .max(2 ** 34)
    .nullable(),
  lookingGlass: lookingGlassSchema.nullable(),
  inputs: hostInputsSchema.nullable(),
});

const cardFunctionSchema = z.strictObject({
  address: z.string().max(32),
  class: z.string().max(16),
  vendorId: z.string().max(16),
  deviceId: z.string().max(16),
  subsystem: z.string().max(32).nullable(),
  serialNumber: z.string().max(256).nullable(),
  label: z.string().max(256),
});

/** The edit that makes a VM a desktop with a GPU. */
const desktopEditSchema = z.strictObject({
  act: z.literal("desktop"),
  setup: desktopSetupSchema,
  /** The functions of the cards that it gets. */
  functions: z.array(cardFunctionSchema).max(64),
  options: attachOptionsSchema,
});

/** All edits of a VM's hardware that jobs carry out. */
export const plannedEditSchema = z.discriminatedUnion("act", [
  ...hardwareEditSchema.options,
  desktopEditSchema,
]);

export type DesktopSetup = z.infer<typeof desktopSetupSchema>;
export type DesktopEdit = z.infer<typeof desktopEditSchema>;
export type PlannedEdit = z.infer<typeof plannedEditSchema>;
