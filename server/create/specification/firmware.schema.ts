import * as z from "zod";
import { hostPathSchema } from "../../domain/scalars.schema";

export const firmwareSchema = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("bios") }),
  /** libvirt picks the installed OVMF or AAVMF that fits. */
  z.strictObject({ kind: z.literal("uefi"), secureBoot: z.boolean().default(false) }),
  /** One image for all, as QEMU's -bios takes it: what the guest stores in it is lost when it is switched off. */
  z.strictObject({ kind: z.literal("rom-file"), path: hostPathSchema }),
  /** Code and variables apart; each VM gets a copy of the template of variables. */
  z.strictObject({
    kind: z.literal("flash-files"),
    code: hostPathSchema,
    variablesTemplate: hostPathSchema,
    secureBoot: z.boolean().default(false),
  }),
]);

/** A TPM 2.0 by swtpm. */
export const tpmSchema = z.strictObject({ model: z.enum(["tpm-crb", "tpm-tis"]).default("tpm-crb") });

export type FirmwareSpecification = z.infer<typeof firmwareSchema>;

export function isUefi({ kind }: FirmwareSpecification): boolean {
  return kind === "uefi" || kind === "flash-files";
}

/** Secure Boot needs System Management Mode, which only q35 has. */
export function hasSecureBoot(firmware: FirmwareSpecification): boolean {
  return (firmware.kind === "uefi" || firmware.kind === "flash-files") && firmware.secureBoot;
}
