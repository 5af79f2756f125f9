import * as z from "zod";

/** Texts of other programs that describe a VM and can be read as a specification. */
export const textFormats = ["qemu-command", "proxmox"] as const;
export type TextFormat = (typeof textFormats)[number];

export const textFormatSchema = z.enum(textFormats);

export const textFormatNames: Readonly<Record<TextFormat, string>> = {
  "qemu-command": "QEMU command",
  proxmox: "Proxmox VE configuration",
};
