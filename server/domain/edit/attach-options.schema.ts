import * as z from "zod";
import { guestSlotSchema } from "../../units/pci-address.schema";
import { quirkIds } from "../quirks/quirk-ids.schema";

/** Which VBIOS (option ROM) the guest sees on a card. */
export const attachRomSchema = z.discriminatedUnion("kind", [
  /** The card's own, as it is. */
  z.object({ kind: z.literal("none") }),
  /** A file of the host in place of the card's own. */
  z.object({
    kind: z.literal("file"),
    path: z
      .string()
      .max(4095)
      .regex(/^\/[^\0]*$/, "An absolute path is needed."),
  }),
  /** None at all: the ROM's BAR is hidden from the guest. */
  z.object({ kind: z.literal("off") }),
]);

/** What can be chosen where a card is attached to a VM; everything may be left out. */
export const attachOptionsSchema = z.object({
  rom: attachRomSchema.optional(),
  /** The guest's firmware and boot loader are to use this card's legacy VGA ranges (QEMU's x-vga). */
  primaryDisplay: z.boolean().optional(),
  /** The place of the card's first function in the guest's boot order, from 1; null for none. */
  bootOrder: z.number().int().min(1).max(1000).nullable().optional(),
  /** Where the card's slot is in the guest, "0000:00:02.0"; null lets Passdeck choose. */
  guestAddress: guestSlotSchema.nullable().optional(),
  quirks: z.array(z.enum(quirkIds)).max(quirkIds.length).optional(),
  /** The file on the host that holds `batteryTable()`, for the quirk "mobile-gpu-battery". */
  batteryTable: z.string().max(4095).startsWith("/").optional(),
});

export type AttachRom = z.infer<typeof attachRomSchema>;
export type AttachOptions = z.infer<typeof attachOptionsSchema>;
