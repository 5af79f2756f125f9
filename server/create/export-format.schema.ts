import * as z from "zod";

/** Other programs' formats that a VM can be written in. */
export const exportFormats = ["proxmox", "kubevirt"] as const;
export type ExportFormat = (typeof exportFormats)[number];

export const exportFormatSchema = z.enum(exportFormats);

export const exportFormatNames: Readonly<Record<ExportFormat, string>> = {
  proxmox: "Proxmox VE configuration",
  kubevirt: "KubeVirt manifests",
};
