import { z } from "zod";
import { pciAddressSchema } from "../units/pci-address.schema";
import { deviceUseSchema } from "./facts.schema";

/** The PCI functions that it hangs on. */
const carriers = z.array(pciAddressSchema);
const count = z.number().int().nonnegative();

/** A device of the host that is no PCI function, hangs on one, and may be handed to a VM by itself. */
export const carriedDeviceSchema = z.discriminatedUnion("bus", [
  z.object({
    bus: z.literal("usb"),
    /** "1-4.2" */
    port: z.string(),
    place: z.object({ bus: count, device: count }),
    ids: z.object({ vendorId: z.string(), productId: z.string() }),
    label: z.string(),
    /** What the host does with it. */
    uses: z.array(deviceUseSchema),
    carriers,
  }),
  /** A mediated device. */
  z.object({ bus: z.literal("mdev"), uuid: z.string(), carriers }),
  /** A SCSI host (adapter), with all that is behind it. */
  z.object({ bus: z.literal("scsi"), host: count, carriers }),
]);

export type CarriedDevice = z.infer<typeof carriedDeviceSchema>;
export type CarriedUsb = Extract<CarriedDevice, { bus: "usb" }>;
