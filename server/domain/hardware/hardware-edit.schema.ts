import * as z from "zod";
import { deviceNameSchema } from "../../pci/named/named-device.schema";
import { newVolumeSchema } from "../../storage/new-volume.schema";
import { withinBytes } from "../../units/json-bytes.schema";
import { usbPortSchema } from "../../units/usb-port.schema";
import { deviceKinds } from "../devices/device-kind.schema";

const valuesSchema = withinBytes(z.record(z.string().max(64), z.string().max(4096).nullable()), 256 * 1024);
const keySchema = z.string().min(1).max(300);

/** A change of a VM's hardware, as a person asks for it. */
export const hardwareEditSchema = z.discriminatedUnion("act", [
  z.strictObject({
    act: z.literal("add"),
    kind: z.enum(deviceKinds),
    values: valuesSchema,
    /** Made before, for a new disk. */
    newVolume: newVolumeSchema.nullable(),
  }),
  z.strictObject({
    act: z.literal("change"),
    /** A device's key or a section's id. */
    key: keySchema,
    /** What the person saw, of the fields that change: another value now is a conflict. */
    from: valuesSchema,
    to: valuesSchema,
  }),
  z.strictObject({
    act: z.literal("remove"),
    key: keySchema,
    /** Stands for the device as the person saw it. */
    digest: z.string().max(128),
  }),
  z.strictObject({
    act: z.literal("usb-ports"),
    from: z.array(usbPortSchema).max(16),
    to: z.array(usbPortSchema).max(16),
  }),
  z.strictObject({
    act: z.literal("named-devices"),
    from: z.array(deviceNameSchema).max(16),
    to: z.array(deviceNameSchema).max(16),
  }),
  z.strictObject({
    act: z.literal("boot"),
    from: z.array(keySchema).max(256),
    to: z.array(keySchema).max(256),
  }),
  /** What was added for Looking Glass, and nothing else. */
  z.strictObject({ act: z.literal("remove-looking-glass") }),
]);

export type HardwareEdit = z.infer<typeof hardwareEditSchema>;
