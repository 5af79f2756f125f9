import * as z from "zod";
import { attachOptionsSchema } from "../../domain/edit/attach-options.schema";
import { pciAddressSchema } from "../../units/pci-address.schema";
import { usbIdSchema } from "../../units/usb-id.schema";
import { usbPortSchema } from "../../units/usb-port.schema";

const hexadecimal = (digits: number) =>
  z
    .string()
    .regex(new RegExp(`^[0-9a-f]{${digits}}$`), { abort: true })
    .max(digits);

/** A function of a card, with what is known of it so that it is noted in the definition. */
const cardFunctionSchema = z.strictObject({
  address: pciAddressSchema,
  class: hexadecimal(6).exactOptional(),
  vendorId: hexadecimal(4).exactOptional(),
  deviceId: hexadecimal(4).exactOptional(),
  subsystem: z
    .string()
    .regex(/^[0-9a-f]{4}:[0-9a-f]{4}$/, { abort: true })
    .max(9)
    .nullable()
    .exactOptional(),
  serialNumber: z.string().max(64).nullable().exactOptional(),
  label: z.string().max(200).nullable().exactOptional(),
});

/** A card of the host with the functions that the VM gets. */
export const cardSchema = z.strictObject({
  functions: z.array(cardFunctionSchema).min(1).max(8),
  options: attachOptionsSchema.default({}),
});

export const usbDeviceSchema = z.discriminatedUnion("kind", [
  /** Whichever port it is in. */
  z.strictObject({ kind: z.literal("product"), vendorId: usbIdSchema, productId: usbIdSchema }),
  /** Whichever is in a port of the host while the VM runs, "1-4.2". */
  z.strictObject({ kind: z.literal("port"), port: usbPortSchema }),
  /** The one at a bus and number, which change when it is plugged in again. */
  z.strictObject({
    kind: z.literal("place"),
    bus: z.number().int().min(1).max(999),
    device: z.number().int().min(1).max(127),
  }),
]);

export type CardSpecification = z.infer<typeof cardSchema>;
export type UsbDevice = z.infer<typeof usbDeviceSchema>;
