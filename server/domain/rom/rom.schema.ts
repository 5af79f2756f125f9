import * as z from "zod";

export const romImageSchema = z.object({
  /** Where it begins in the file, and how long it says it is; bytes. */
  offset: z.number().int(),
  bytes: z.number().int(),
  vendorId: z.string(),
  /** The device that it is for, and the others where it has a list of them. */
  deviceIds: z.array(z.string()),
  /** "030000" */
  class: z.string(),
  /** What runs it: a BIOS, UEFI, or something that no PC has. */
  kind: z.enum(["legacy", "uefi", "other"]),
  /** Of UEFI's: the processor that it is for. */
  processor: z.enum(["x86_64", "i386", "aarch64", "other"]).nullable(),
  /** Bytes of a BIOS's image add up to 0; UEFI's have no such sum. */
  checksum: z.enum(["right", "wrong", "none"]),
});

export const romProblemSchema = z.object({
  code: z.enum([
    "no-rom",
    "vendor-header",
    "cut-short",
    "bad-image",
    "bad-checksum",
    "too-large",
    "no-uefi",
    "other-device",
  ]),
  /** "fail": the guest can't use it. "warn": it can, and something may not work. */
  weight: z.enum(["fail", "warn"]),
  message: z.string(),
  fix: z.string(),
});

/** What a VBIOS (option ROM) file holds. */
export const romReportSchema = z.object({
  sizeBytes: z.number().int(),
  images: z.array(romImageSchema),
  /** Has an image that UEFI firmware (OVMF) runs. */
  hasUefi: z.boolean(),
  /** One of its images is for the card that it was compared with; null where it was with none, or has no images. */
  fitsCard: z.boolean().nullable(),
  problems: z.array(romProblemSchema),
});

export type RomImage = z.infer<typeof romImageSchema>;
export type RomProblem = z.infer<typeof romProblemSchema>;
export type RomReport = z.infer<typeof romReportSchema>;
