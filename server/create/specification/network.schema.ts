import * as z from "zod";
import { bootPlaceSchema, hostInterfaceSchema } from "../../domain/scalars.schema";
import { givenNameSchema } from "../../storage/names.schema";
import { macAddressSchema } from "../../units/mac-address.schema";

const networkSourceSchema = z.discriminatedUnion("kind", [
  /** A network of libvirt's by name; "default" is NAT. */
  z.strictObject({ kind: z.literal("network"), network: givenNameSchema }),
  /** A bridge of the host: the VM is a machine of the LAN. */
  z.strictObject({ kind: z.literal("bridge"), bridge: hostInterfaceSchema }),
  /** Straight onto a network device of the host; host and VM don't see each other. */
  z.strictObject({
    kind: z.literal("macvtap"),
    device: hostInterfaceSchema,
    mode: z.enum(["bridge", "vepa", "private", "passthrough"]).default("bridge"),
  }),
]);

export const networkSchema = z
  .strictObject({
    source: networkSourceSchema,
    model: z.enum(["virtio", "e1000e", "e1000", "rtl8139"]).default("virtio"),
    /** null: libvirt chooses one of its own range, 52:54:00. */
    mac: macAddressSchema.nullable().default(null),
    /** A network filter of libvirt's: "clean-traffic". */
    filter: givenNameSchema.nullable().default(null),
    bootOrder: bootPlaceSchema,
  })
  .refine(({ source, filter }) => source.kind !== "macvtap" || filter === null, {
    path: ["filter"],
    message: "Network filters don't work with macvtap. Use a bridge or a virtual network.",
  });

export type NetworkSpecification = z.infer<typeof networkSchema>;
