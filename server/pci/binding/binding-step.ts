import * as z from "zod";
import { isPciAddress } from "../../units/pci-address.schema";

/** The stub driver that keeps the host off a device and lets a guest have it. */
export const vfioDriver = "vfio-pci";

/** A driver's name as a folder of `sys/bus/pci/drivers`; it becomes part of a path. */
const driverName = z.string().regex(/^(?!\.{1,2}$)[^/\0]+$/);
const address = z.string().refine(isPciAddress);

/** Which driver has a device, and which one alone may. */
export const bindingSchema = z.object({
  /** null: none. */
  driver: driverName.nullable(),
  /** The content of `driver_override`; null where nothing is set. */
  driverOverride: driverName.nullable(),
});

/** A device as a step names it. */
export const boundDeviceSchema = z.object({
  address,
  /** "GeForce RTX 3090 (0000:01:00.0)" */
  name: z.string(),
});

/** How a device was bound before it was reserved for VMs. */
export const originalBindingSchema = bindingSchema.extend({
  address,
  /** Vendor and device, "10de:2204": another card may come to stand at the address. */
  device: z.string(),
});

export const bindingStepSchema = z.discriminatedUnion("act", [
  z.object({ act: z.literal("load-driver") }),
  /** Keeps on record how these devices are bound now. */
  z.object({ act: z.literal("keep"), devices: z.array(boundDeviceSchema.extend({ device: z.string() })) }),
  z.object({
    act: z.literal("reserve"),
    device: boundDeviceSchema,
    /** The IOMMU group that is complete with this device; null where others follow, or where there is none. */
    completes: z.number().int().nonnegative().nullable(),
  }),
  z.object({
    act: z.literal("return"),
    device: boundDeviceSchema,
    /** null where nobody knows how it was bound before. */
    original: bindingSchema.nullable(),
  }),
  /** Takes these off the record. */
  z.object({ act: z.literal("forget"), originals: z.array(originalBindingSchema) }),
]);

/** By files of sysfs, as root on the machine itself, or by libvirt. */
export const bindingWaySchema = z.enum(["sysfs", "libvirt"]);

/** What a job needs to do its steps, also after a restart. */
export const bindingInputSchema = z.object({ way: bindingWaySchema, steps: z.array(bindingStepSchema) });

export type Binding = z.infer<typeof bindingSchema>;
export type BoundDevice = z.infer<typeof boundDeviceSchema>;
export type OriginalBinding = z.infer<typeof originalBindingSchema>;
export type BindingStep = z.infer<typeof bindingStepSchema>;
export type BindingWay = z.infer<typeof bindingWaySchema>;
export type BindingInput = z.infer<typeof bindingInputSchema>;
