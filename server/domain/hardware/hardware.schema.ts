import * as z from "zod";
import { deviceKinds } from "../devices/device-kind.schema";
import { lookingGlassSchema } from "../looking-glass/looking-glass.schema";

/** By the fields' names; null where the definition is silent. */
const valuesSchema = z.record(z.string(), z.string().nullable()).readonly();

/** How a part stands to the running machine: null of a VM that is off, or where both are the same. */
const waitingSchema = z.enum(["added", "changed", "removed"]).nullable();

const sectionViewSchema = z.object({ id: z.string(), values: valuesSchema, waiting: waitingSchema });

const deviceViewSchema = z.object({
  key: z.string(),
  /** null of a kind that Passdeck has no form for. */
  kind: z.enum(deviceKinds).nullable(),
  /** What it is told from others by: "vda", "52:54:00:12:34:56"; null where there is nothing. */
  name: z.string().nullable(),
  values: valuesSchema,
  /** To be named by who removes it. */
  digest: z.string(),
  /** As it stands in the definition. */
  xml: z.string(),
  /** What of it can't be read, as a sentence; null where all can. */
  problem: z.string().nullable(),
  /** Why it can't be removed; null where it can. */
  fixed: z.string().nullable(),
  waiting: waitingSchema,
});

/** What a machine boots from, and what else it could. */
const bootOrderSchema = z.object({
  /** Keys of devices, the first tried first. */
  order: z.array(z.string()),
  /** Keys of devices that could be booted from and are not. */
  others: z.array(z.string()),
});

/** A VM's hardware as its forms show it: as it is saved, and how the running machine differs. */
const hardwareSchema = z.object({
  running: z.boolean(),
  threads: z.object({ vcpus: z.number(), iothreads: z.number() }),
  sections: z.array(sectionViewSchema),
  devices: z.array(deviceViewSchema),
  boot: bootOrderSchema,
  /** How Passdeck set it up for Looking Glass; null where it did not. */
  lookingGlass: lookingGlassSchema.nullable(),
  /** Names of which it gets a free card at each start; with the card's address where it runs with one. */
  namedDevices: z.array(z.object({ name: z.string(), address: z.string().nullable() })),
  /** Ports of the host whose USB devices it gets while it runs, whichever is plugged in, "1-4.2". */
  usbPorts: z.array(
    z.object({
      port: z.string(),
      /** The running machine has a device of it. */
      plugged: z.boolean(),
      /** Why it has not what is plugged in; null where nothing went wrong. */
      problem: z.string().nullable(),
    }),
  ),
});

/** What a page is told of a VM's hardware: as it is, or why it can't be read. */
export const hardwareMessageSchema = z.union([
  z.object({ hardware: hardwareSchema }),
  z.object({ problem: z.string() }),
]);

export type Waiting = z.infer<typeof waitingSchema>;
export type SectionView = z.infer<typeof sectionViewSchema>;
export type DeviceView = z.infer<typeof deviceViewSchema>;
export type BootOrder = z.infer<typeof bootOrderSchema>;
export type Hardware = z.infer<typeof hardwareSchema>;
export type HardwareMessage = z.infer<typeof hardwareMessageSchema>;
