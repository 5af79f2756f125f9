import * as z from "zod";
import { romNamePattern } from "../../../domain/rom/rom-store";
import { pciAddressSchema } from "../../../units/pci-address.schema";

/** What a job reads a card's ROM by. */
export const readRomInputSchema = z.object({
  address: pciAddressSchema,
  /** "GeForce RTX 3090 (0000:01:00.0)" */
  name: z.string(),
  vendorId: z.string(),
  deviceId: z.string(),
  /** What it is kept as. */
  file: z.string().regex(romNamePattern),
  /** It sleeps, and is woken for as long as it takes. */
  wake: z.boolean(),
});

export type ReadRomInput = z.infer<typeof readRomInputSchema>;
